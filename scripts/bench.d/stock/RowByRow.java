package stock;

import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares each row with the row of the target that has its id; a chunk's rows are looked up at once. */
final class RowByRow implements ItemWriter<Row> {

    private final JdbcTemplate target;
    private final String lookUp;

    RowByRow(JdbcTemplate target, String table) {
        this.target = target;
        this.lookUp = "select * from " + table + " where id = any(?)";
    }

    @Override
    public void write(Chunk<? extends Row> chunk) {
        Long[] ids = chunk.getItems().stream().map(Row::id).toArray(Long[]::new);
        Map<Long, Row> others = new HashMap<>();
        target.query(lookUp, row -> {
            Row other = Row.of(row, 0);
            others.put(other.id(), other);
        }, (Object) ids);
        for (Row row : chunk) {
            if (!row.equals(others.get(row.id()))) {
                throw new IllegalStateException("row " + row.id() + " differs");
            }
        }
    }
}
