package dev.migrate.type.compare.page;

import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.row.Inspection;
import dev.migrate.type.compare.row.PageFindings;
import dev.migrate.type.compare.row.Treatment;
import dev.migrate.type.compare.side.Both;
import dev.migrate.type.compare.side.BothSides;
import dev.migrate.type.compare.side.Side;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the rows of one page. Only reads; holds no more than two numbers for each of the page's rows, and the rows of one
 * batch of differing keys.
 */
public final class ComparePage implements PageWork {

    private final BothSides sides;
    private final RowHash hash;
    private final boolean plain;
    private final Expectation expectation;
    private final Inspection inspection;
    private final long mostFindings;

    /**
     * The pages of a partition.
     *
     * @param plain whether both sides are tables with an index that serves the order of the keys
     * @param expectation what the other pages of the job have taught
     * @param mostFindings that the result of a page holds
     */
    public ComparePage(
            BothSides sides,
            RowHash hash,
            boolean plain,
            Expectation expectation,
            Inspection inspection,
            long mostFindings) {
        this.sides = sides;
        this.hash = hash;
        this.plain = plain;
        this.expectation = expectation;
        this.inspection = inspection;
        this.mostFindings = mostFindings;
    }

    @Override
    public PageResult apply(Page page) throws SQLException, InterruptedException {
        return apply(page, Treatment.REPORT);
    }

    /** Likewise, with something else than a report for the rows that differ. */
    public PageResult apply(Page page, Treatment treatment) throws SQLException, InterruptedException {
        PageFindings findings = new PageFindings(sides.targets(), hash, mostFindings);
        return switch (expectation.next()) {
            case NONE -> whole(page, treatment, findings);
            case FEW -> inBuckets(page, treatment, findings);
            case MANY -> rowByRow(page, treatment, findings);
        };
    }

    private PageResult whole(Page page, Treatment treatment, PageFindings findings)
            throws SQLException, InterruptedException {
        Both<BucketSum> sum = sides.ask(table -> side(table).sum(page), BucketSum::plus);
        if (!sum.source().equals(sum.target())) {
            return inBuckets(page, treatment, findings);
        }
        findings.alike(sum.source().rows());
        return findings.result(new Both<>(sum.source().rows(), sum.target().rows()));
    }

    private PageResult inBuckets(Page page, Treatment treatment, PageFindings findings)
            throws SQLException, InterruptedException {
        Buckets buckets = Buckets.of(page, hash, plain);
        Both<Map<Long, BucketSum>> sums = sides.ask(table -> side(table).sums(buckets), SidePage::together);
        Set<Long> differing = differing(sums);
        expectation.learn(differing.size(), buckets(sums).count());
        Both<Long> counted = new Both<>(rows(sums.source()), rows(sums.target()));
        sums.source().keySet().removeAll(differing);
        findings.alike(rows(sums.source()));
        if (!differing.isEmpty()) {
            Both<Pairs> pairs = sides.ask(table -> side(table).pairs(buckets, differing), Pairs::and);
            inspect(page.range(), Differing.between(pairs), treatment, findings);
        }
        return findings.result(counted);
    }

    private PageResult rowByRow(Page page, Treatment treatment, PageFindings findings)
            throws SQLException, InterruptedException {
        Both<Pairs> pairs = sides.ask(table -> side(table).pairs(page.range()), Pairs::and);
        Differing differing = Differing.between(pairs);
        Both<Long> counted =
                new Both<>((long) pairs.source().size(), (long) pairs.target().size());
        expectation.learn(differing.numbers().size(), counted.source() / Buckets.ROWS);
        inspect(page.range(), differing, treatment, findings);
        return findings.result(counted);
    }

    private void inspect(KeyRange range, Differing differing, Treatment treatment, PageFindings findings)
            throws SQLException, InterruptedException {
        findings.alike(differing.alike());
        inspection.inspect(range, keys(range, differing.numbers()), treatment, findings);
    }

    /** The keys behind the numbers, in order. */
    private List<KeyValue> keys(KeyRange range, List<Long> numbers) throws SQLException, InterruptedException {
        if (hash.integerKey() || numbers.isEmpty()) {
            return numbers.stream().map(KeyValue::of).toList();
        }
        Set<Long> wanted = Set.copyOf(numbers);
        Both<Set<KeyValue>> keys = sides.ask(table -> side(table).keys(range, wanted), ComparePage::union);
        return union(keys.source(), keys.target()).stream()
                .sorted(Comparator.comparing(KeyValue::toString))
                .toList();
    }

    private SidePage side(Side table) {
        return new SidePage(table, hash, plain);
    }

    private static long rows(Map<Long, BucketSum> sums) {
        return sums.values().stream().mapToLong(BucketSum::rows).sum();
    }

    private static Set<Long> differing(Both<Map<Long, BucketSum>> sums) {
        Set<Long> differing = new HashSet<>();
        buckets(sums)
                .filter(bucket -> !sums.source()
                        .getOrDefault(bucket, BucketSum.NONE)
                        .equals(sums.target().getOrDefault(bucket, BucketSum.NONE)))
                .forEach(differing::add);
        return differing;
    }

    private static Stream<Long> buckets(Both<Map<Long, BucketSum>> sums) {
        return Stream.concat(sums.source().keySet().stream(), sums.target().keySet().stream())
                .distinct();
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
