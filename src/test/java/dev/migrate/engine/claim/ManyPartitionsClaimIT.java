package dev.migrate.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.database.RepositorySchema;
import dev.migrate.engine.instance.Partitions;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Five thousand partitions, planned when the statistics said that there were none that wait; then most of them were done while a
 * transaction of the server went on that may see them as they were. Counts the blocks that statements look at.
 */
class ManyPartitionsClaimIT {

    private static final TestDatabases DATABASES = new TestDatabases("repository");
    private static final DataSource REPOSITORY = DATABASES.dataSource(new DatabaseName("repository"));
    private static final Pattern BLOCKS = Pattern.compile("\"Shared (?:Hit|Read) Blocks\": (\\d+)");
    private static final int FEW = 100;

    @BeforeAll
    static void make_the_tables() {
        RepositorySchema.migrate(REPOSITORY);
        DATABASES.execute("repository", """
                insert into migrate.batch_job_instance values (7, 0, 'check', 'a');
                insert into migrate.batch_job_execution (job_execution_id, job_instance_id, create_time) values (12, 7, now());
                insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id, epoch, running)
                values (7, 'check', '{}', 1, 'c0ffee', 12, 3, true);
                insert into migrate.run_database (instance_id, partition_database, database, system_identifier, name)
                values (7, 'shop', 'shop', '1', 'shop');
                analyze;
                insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)
                select n, 0, 'worker:' || n, 12, now() from generate_series(1, 5000) n;
                insert into migrate.batch_step_execution_context (step_execution_id, short_context)
                select n, '{}' from generate_series(1, 5000) n;
                insert into migrate.partition (instance_id, number, database, step_execution_id)
                select 7, n, 'shop', n from generate_series(1, 5000) n;
                """);
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @Test
    void a_claim_and_a_look_at_what_is_left_pass_nothing_that_is_done() throws Exception {
        try (Connection old = REPOSITORY.getConnection();
                Connection worker = REPOSITORY.getConnection()) {
            goesOnFor(old);
            DATABASES.execute(
                    "repository", "update migrate.partition set state = 'done', fresh = false where number <= 4900");
            try (Statement session = worker.createStatement()) {
                session.execute("set plan_cache_mode = force_generic_plan; set enable_seqscan = off");
                session.execute("select pg_advisory_lock(1835624306, 5)");
            }
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(worker, true));
            assertThat(blocks(explainedClaim(client, 4_900))).isLessThan(FEW);
            assertThat(new Partitions(client).outlook(7, 4_900, OptionalInt.empty()))
                    .isEqualTo(new Partitions.Outlook(4_902, 1));
        }
    }

    private static void goesOnFor(Connection old) throws SQLException {
        old.setAutoCommit(false);
        try (Statement statement = old.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    private static String explainedClaim(JdbcClient client, int beyond) {
        return client.sql("explain (analyze, buffers, format json) " + ClaimSql.NEXT)
                .param("instances", new Long[] {7L})
                .param("beyond", new Integer[] {beyond})
                .param("worker", 5)
                .param("now", LocalDateTime.of(2026, 1, 1, 0, 0))
                .query(String.class)
                .single();
    }

    /** The root of a plan stands first, and counts for all below it. */
    private static int blocks(String plan) {
        return BLOCKS.matcher(plan)
                .results()
                .limit(2)
                .mapToInt(blocks -> Integer.parseInt(blocks.group(1)))
                .sum();
    }
}
