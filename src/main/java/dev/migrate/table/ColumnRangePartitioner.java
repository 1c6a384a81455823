package dev.migrate.table;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a key space into ranges {@code (lower, upper]} that hold about as many rows each and tile it without gap or overlap:
 * the first has no lower bound, the last no upper one. Writes nothing; thread-safe.
 */
public final class ColumnRangePartitioner {

    /** Where no index serves the order of the keys: a partition is a page then, each of which reads the whole table. */
    public static final long ROWS_WITHOUT_INDEX = 200_000;

    private static final long ROWS_A_PARTITION = 156_250;

    private static final long FEWEST_ROWS_A_PARTITION = 10_000;

    private static final int ENOUGH_TO_SHARE = 16;

    private static final long MOST = 10_000;

    private final Databases databases;
    private final Tables tables;

    public ColumnRangePartitioner(Databases databases, Tables tables) {
        this.databases = databases;
        this.tables = tables;
    }

    /**
     * How many partitions suit so many rows: enough for several workers, and none that takes long.
     *
     * @param indexed whether an index serves the order of the keys; if not, no more than have to be
     */
    public int suggested(long estimatedRows, boolean indexed) {
        long bySize = partitions(estimatedRows, indexed ? ROWS_A_PARTITION : ROWS_WITHOUT_INDEX);
        long toShare = indexed ? Math.min(ENOUGH_TO_SHARE, estimatedRows / FEWEST_ROWS_A_PARTITION) : 1;
        return (int) Math.max(1, Math.min(MOST, Math.max(bySize, toShare)));
    }

    private static long partitions(long rows, long each) {
        return (rows + each - 1) / each;
    }

    /** At most {@code count} ranges; fewer where there are fewer keys, one where there is none. */
    public List<KeyRange> partition(KeySpace space, int count) throws SQLException {
        if (count < 1) {
            throw new IllegalArgumentException("no partitions: " + count);
        }
        // The larger side first: an empty source and a full target are cut by the target.
        for (CutSource side : largestFirst(space)) {
            List<KeyValue> cuts = space.indexed() ? side.into(count) : side.exactlyInto(count);
            if (!cuts.isEmpty()) {
                return ranges(cuts);
            }
        }
        return List.of(KeyRange.ALL);
    }

    private List<CutSource> largestFirst(KeySpace space) throws SQLException {
        List<CutSource> sides = new ArrayList<>();
        for (RowSource source : space.sides()) {
            sides.add(CutSource.measured(source, tables, new Query(databases.dataSource(source.database()))));
        }
        sides.sort(Comparator.comparingLong(CutSource::rows).reversed());
        return sides;
    }

    private static List<KeyRange> ranges(List<KeyValue> cuts) {
        List<KeyRange> ranges = new ArrayList<>();
        KeyRange rest = KeyRange.ALL;
        for (KeyValue cut : cuts) {
            ranges.add(rest.upTo(cut));
            rest = rest.above(cut);
        }
        ranges.add(rest);
        return List.copyOf(ranges);
    }
}
