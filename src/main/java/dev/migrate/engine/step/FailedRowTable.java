package dev.migrate.engine.step;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Partition;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Stores the rows that were set aside, all of a page in one statement, in the transaction in hand. Thread-safe. */
final class FailedRowTable {

    private static final String INSERT = """
            insert into migrate.failed_row (instance_id, partition, key, error, attempts)
            select :instance, :partition, f.*
            from unnest(:keys::json[], :errors, :attempts) f
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient repository;

    FailedRowTable(JdbcClient repository) {
        this.repository = repository;
    }

    void insert(Partition partition, List<FailedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        repository
                .sql(INSERT)
                .param("instance", partition.instance())
                .param("partition", partition.number())
                .param(
                        "keys",
                        rows.stream()
                                .map(row -> JSON.writeValueAsString(row.key()))
                                .toArray(String[]::new))
                .param("errors", rows.stream().map(row -> storable(row.error())).toArray(String[]::new))
                .param("attempts", rows.stream().map(FailedRow::attempts).toArray(Integer[]::new))
                .update();
    }

    /** PostgreSQL's text has no character 0. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
