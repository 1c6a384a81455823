package dev.migrate.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.database.RepositorySchema;
import dev.migrate.engine.plan.PlannedPartition;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.KeyTables;
import dev.migrate.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that instance 7 set aside, in a repository that is also the database that they are on. */
class RowsLeftIT {

    private static final long FIRST = 7;
    private static final TestDatabases DATABASES = new TestDatabases("left");
    private static final KeyTables TABLES = new KeyTables(DATABASES);

    private final RowsLeft rows = new RowsLeft(JdbcClient.create(DATABASES.dataSource(KeyTables.LEFT)));

    @BeforeAll
    static void make_the_repository() {
        RepositorySchema.migrate(DATABASES.dataSource(KeyTables.LEFT));
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @BeforeEach
    void two_partitions() {
        execute("""
                truncate migrate.batch_job_instance cascade;
                insert into migrate.batch_job_instance values (7, 0, 'x', 'a'), (8, 0, 'x', 'b');
                insert into migrate.batch_job_execution (job_execution_id, job_instance_id, create_time) values (1, 7, now());
                insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)
                values (1, 0, 'worker:1', 1, now());
                insert into migrate.run (instance_id, job, parameters, number, definition_hash, retry_of)
                values (7, 'x', '{}', 1, '', null), (8, 'x', '{}', 1, '', 7);
                insert into migrate.partition (instance_id, number, database, step_execution_id)
                values (7, 1, 'left', 1), (7, 2, 'right', 1);
                """);
    }

    @ParameterizedTest
    @MethodSource("dev.migrate.table.KeyTables#names")
    void a_key_that_was_stored_is_the_very_row_again(String table) throws Exception {
        RowSource source = TABLES.space(table, KeyTables.LEFT).first();
        execute("insert into migrate.failed_row (instance_id, partition, key, error, attempts)"
                + " select 7, 1, json_build_object(" + stored(source.key()) + "), 'no', 1 from " + table);

        List<KeyRange> ranges =
                partitions().stream().map(PlannedPartition::range).toList();

        assertThat(rows.count(FIRST)).isEqualTo(ranges.size());
        assertThat((long) ranges.size()).isEqualTo(TABLES.count(source, KeyRange.ALL));
        assertThat(TABLES.counts(source, ranges)).containsOnly(1L);
        assertThat(ranges).doesNotHaveDuplicates();
        assertThat(rows.keys(FIRST)).containsExactly(new RowsLeft.KeyColumns(KeyTables.LEFT, names(source.key())));
    }

    /** As job types write it: integers as numbers, everything else as its text. */
    private static String stored(Key key) {
        return key.columns().stream()
                .map(column -> "'" + column.name() + "', " + column.name().quoted()
                        + (column.type().contains("int") ? "" : "::text"))
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(Key key) {
        return key.columns().stream().map(column -> column.name().value()).toList();
    }

    @Test
    void what_a_retry_has_done_is_left_out_on_its_database_only() {
        execute("""
                insert into migrate.failed_row (instance_id, partition, key, error, attempts)
                values (7, 2, '{"id": 1, "b": "x"}', 'no', 1), (7, 1, '{"id": 1, "b": "x"}', 'no', 1),
                       (7, 1, '{"id": 2, "b": "x"}', 'no', 1), (7, 1, '{"id": 3, "b": "x"}', 'no', 1);
                insert into migrate.partition (instance_id, number, database, lower, upper, state, step_execution_id)
                values (8, 1, 'left', '["1", "x"]', '["1", "x"]', 'done', 1),
                       (8, 2, 'left', '["2", "x"]', '["2", "x"]', 'failed', 1),
                       (8, 3, 'left', '["3", "x"]', '["3", "x"]', 'waiting', 1);
                """);

        assertThat(partitions())
                .extracting(p -> p.number() + " " + p.database() + " " + p.range())
                .containsExactly("1 left [(2, x), (2, x)]", "2 left [(3, x), (3, x)]", "3 right [(1, x), (1, x)]");
    }

    private List<PlannedPartition> partitions() {
        List<PlannedPartition> partitions = new ArrayList<>();
        new TransactionTemplate(new DataSourceTransactionManager(DATABASES.dataSource(KeyTables.LEFT)))
                .executeWithoutResult(status -> rows.forEach(FIRST, partitions::add));
        return partitions;
    }

    private static void execute(String sql) {
        DATABASES.execute("left", sql);
    }
}
