package stock;

import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cuts the ids between the least and the greatest into ranges of equal width: the same ranges as those of the
 * ColumnRangePartitioner in Spring Batch's samples, for ids that may be long.
 */
final class ColumnRangePartitioner implements Partitioner {

    private final JdbcTemplate jdbc;
    private final String table;

    ColumnRangePartitioner(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        long least = jdbc.queryForObject("select min(id) from " + table, Long.class);
        long greatest = jdbc.queryForObject("select max(id) from " + table, Long.class);
        long width = (greatest - least) / gridSize + 1;
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (long lower = least; lower <= greatest; lower += width) {
            ExecutionContext range = new ExecutionContext();
            range.putLong("minValue", lower);
            range.putLong("maxValue", Math.min(lower + width - 1, greatest));
            partitions.put("partition" + partitions.size(), range);
        }
        return partitions;
    }
}
