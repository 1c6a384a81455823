package dev.migrate.engine.plan;

import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.ColumnRangePartitioner;
import dev.migrate.table.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Cuts a job's key spaces into partitions, the databases mixed, so that all of them are worked on at once. Thread-safe. */
public final class Planner {

    /**
     * About how many rows there are.
     *
     * @param first on the first side: what the job will read
     * @param largest on the larger side: an empty source may have a full target
     */
    private record Rows(long first, long largest) {}

    private final Tables tables;
    private final ColumnRangePartitioner partitioner;

    public Planner(Tables tables, ColumnRangePartitioner partitioner) {
        this.tables = tables;
        this.partitioner = partitioner;
    }

    /** Makes a plan; writes nothing. Without a count, one is chosen from the estimated rows. */
    public Plan plan(PreparedJob job, OptionalInt count) throws SQLException {
        if (job.keySpaces().isEmpty()) {
            return withoutTable(count.orElse(1));
        }
        Map<KeySpace, Rows> rows = new LinkedHashMap<>();
        for (KeySpace space : job.keySpaces()) {
            rows.put(space, estimate(space));
        }
        boolean indexed = job.keySpaces().stream().allMatch(KeySpace::indexed);
        long largest = rows.values().stream().mapToLong(Rows::largest).sum();
        int partitions = count.orElseGet(() -> partitioner.suggested(largest, indexed));
        Map<KeySpace, List<KeyRange>> ranges = new LinkedHashMap<>();
        for (Map.Entry<KeySpace, Rows> space : rows.entrySet()) {
            int share = share(partitions, space.getValue().largest(), largest);
            ranges.put(space.getKey(), partitioner.partition(space.getKey(), share));
        }
        return new Plan(
                mixed(ranges), rows.values().stream().mapToLong(Rows::first).sum());
    }

    private static Plan withoutTable(int count) {
        List<PlannedPartition> partitions = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new PlannedPartition(number, null, KeyRange.ALL, null))
                .toList();
        return new Plan(partitions, 0);
    }

    private Rows estimate(KeySpace space) throws SQLException {
        long first = tables.estimate(space.first());
        long largest = first;
        for (RowSource side : space.sides()) {
            largest = Math.max(largest, tables.estimate(side));
        }
        return new Rows(first, largest);
    }

    private static int share(int partitions, long rows, long total) {
        return total == 0 ? partitions : Math.max(1, (int) Math.round((double) partitions * rows / total));
    }

    private static List<PlannedPartition> mixed(Map<KeySpace, List<KeyRange>> ranges) {
        int longest = ranges.values().stream().mapToInt(List::size).max().orElse(0);
        List<PlannedPartition> partitions = new ArrayList<>();
        for (int i = 0; i < longest; i++) {
            for (Map.Entry<KeySpace, List<KeyRange>> space : ranges.entrySet()) {
                if (i < space.getValue().size()) {
                    partitions.add(new PlannedPartition(
                            partitions.size() + 1,
                            space.getKey().database(),
                            space.getValue().get(i),
                            space.getKey().order()));
                }
            }
        }
        return partitions;
    }
}
