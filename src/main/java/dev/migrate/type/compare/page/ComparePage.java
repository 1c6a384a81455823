package dev.migrate.type.compare.page;

import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Compares the rows of one page. Only reads; holds no more than the page's keys and hashes, and the rows of one batch of
 * differing keys.
 */
public final class ComparePage implements PageWork {

    private static final int ROWS_AT_ONCE = 500;

    private final BothSides sides;
    private final RowHash hash;
    private final Expectation expectation;
    private final Side source;
    private final Side target;

    /**
     * @param expectation what the other pages of the job have taught
     * @param secondSide asks the target while the calling thread asks the source
     */
    public ComparePage(Side source, Side target, RowHash hash, Expectation expectation, Executor secondSide) {
        this.sides = new BothSides(new SidePage(source, hash), new SidePage(target, hash), secondSide);
        this.hash = hash;
        this.expectation = expectation;
        this.source = source;
        this.target = target;
    }

    @Override
    public PageResult apply(Page page) throws SQLException, InterruptedException {
        if (!expectation.ofDifferences()) {
            Both<BucketSum> whole = sides.ask(side -> side.sum(page.range()));
            if (whole.source().equals(whole.target())) {
                return alike(whole.source().rows(), whole.source().rows());
            }
        }
        return inBuckets(page);
    }

    private PageResult inBuckets(Page page) throws SQLException, InterruptedException {
        Buckets buckets = Buckets.of(page, hash);
        Both<Map<Long, BucketSum>> sums = sides.ask(side -> side.sums(page.range(), buckets));
        Set<Long> differing = differing(sums);
        expectation.learn(!differing.isEmpty());
        long rows = Math.max(rows(sums.source()), rows(sums.target()));
        sums.source().keySet().removeAll(differing);
        long alike = rows(sums.source());
        return differing.isEmpty() ? alike(alike, rows) : drillDown(page.range(), buckets, differing, alike, rows);
    }

    private static PageResult alike(long read, long rows) {
        return new PageResult(Ledger.checked(read, 0), List.of(), rows);
    }

    private PageResult drillDown(KeyRange range, Buckets buckets, Set<Long> numbers, long alike, long rows)
            throws SQLException, InterruptedException {
        Both<Map<KeyValue, Long>> pairs = sides.ask(side -> side.pairs(buckets, numbers));
        Set<KeyValue> differing = differing(pairs);
        Verdicts verdicts = judge(range, sorted(differing));
        pairs.source().keySet().removeAll(differing);
        long read = alike + pairs.source().size() + verdicts.sourceRows();
        return new PageResult(Ledger.checked(read, verdicts.found()), verdicts.findings(), rows);
    }

    private Verdicts judge(KeyRange range, List<KeyValue> keys) throws SQLException, InterruptedException {
        Verdicts verdicts = new Verdicts(target.rows().database(), source.rows().key(), hash);
        for (int from = 0; from < keys.size(); from += ROWS_AT_ONCE) {
            List<KeyValue> batch = keys.subList(from, Math.min(from + ROWS_AT_ONCE, keys.size()));
            Both<Map<KeyValue, SideRow>> rows = sides.ask(side -> side.rows(range, batch));
            batch.forEach(key ->
                    verdicts.add(key, rows.source().get(key), rows.target().get(key)));
        }
        return verdicts;
    }

    private List<KeyValue> sorted(Collection<KeyValue> keys) {
        List<KeyValue> sorted = new ArrayList<>(keys);
        sorted.sort(
                hash.integerKey()
                        ? Comparator.comparingLong(KeyValue::asLong)
                        : Comparator.comparing(KeyValue::toString));
        return sorted;
    }

    private static long rows(Map<Long, BucketSum> sums) {
        return sums.values().stream().mapToLong(BucketSum::rows).sum();
    }

    /** The keys of entries that are not the same on both sides. */
    private static <K, V> Set<K> differing(Both<Map<K, V>> maps) {
        Set<K> differing = new HashSet<>(maps.source().keySet());
        differing.addAll(maps.target().keySet());
        differing.removeIf(key -> maps.source().containsKey(key)
                && maps.source().get(key).equals(maps.target().get(key)));
        return differing;
    }
}
