package dev.migrate.chaos.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.database.RepositorySchema;
import dev.migrate.testing.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Hand-made tables of two rounds over four rows in two partitions; each proof must fail when they are wrong. */
class ProofsIT {

    private static final String LEDGER = """
            insert into migrate.batch_job_instance values (1, 0, 'increment', 'a'), (2, 0, 'increment', 'b');
            insert into migrate.batch_job_execution (job_execution_id, job_instance_id, create_time, end_time, status)
                values (1, 1, now(), now(), 'COMPLETED'), (2, 2, now(), now(), 'FAILED'), (3, 2, now(), now(), 'COMPLETED');
            insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id)
                values (1, 'increment', '{}', 1, 'x', 1), (2, 'increment', '{}', 2, 'x', 3);
            insert into migrate.batch_step_execution
                (step_execution_id, version, step_name, job_execution_id, create_time, end_time, status, commit_count, read_count)
                values (11, 0, 'worker:1', 1, now(), now(), 'COMPLETED', 1, 2),
                       (12, 0, 'worker:2', 1, now(), now(), 'COMPLETED', 1, 2),
                       (21, 0, 'worker:1', 2, now(), now(), 'FAILED', 1, 1),
                       (22, 0, 'worker:2', 2, now(), now(), 'COMPLETED', 1, 2),
                       (31, 0, 'worker:1', 3, now(), now(), 'COMPLETED', 1, 1);
            insert into migrate.partition (instance_id, number, database, state, step_execution_id, page, read, written)
                values (1, 1, 'target', 'done', 11, 1, 2, 2), (1, 2, 'target', 'done', 12, 1, 2, 2),
                       (2, 1, 'target', 'done', 31, 2, 2, 2), (2, 2, 'target', 'done', 22, 1, 2, 2)
            """;

    private static final String TARGET = """
            create table counter as select id, 2 as n from generate_series(1, 4) id;
            create schema migrate;
            create table migrate.checkpoint as
                select * from (values (1, 1, 1), (1, 2, 1), (2, 1, 2), (2, 2, 1)) c (instance, partition, page)
            """;

    private String repository = "";
    private String target = "";

    @BeforeEach
    void fill() {
        repository = TestServer.freshDatabase();
        target = TestServer.freshDatabase();
        RepositorySchema.migrate(new DriverManagerDataSource(repository));
        TestServer.execute(repository, LEDGER);
        TestServer.execute(target, TARGET);
    }

    @Test
    void all_hold_when_everything_is_right() {
        assertThat(Proofs.ask(evidence(2)))
                .hasSize(9)
                .allSatisfy(
                        proof -> assertThat(proof.holds()).as(proof.toString()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every row was changed once in each round  | update counter set n = 3 where id = 4",
                "every row was changed once in each round  | update counter set n = 1 where id = 1",
                "every row was changed once in each round  | delete from counter where id = 2",
                "checkpoints agree with partitions         | update migrate.checkpoint set page = 3 where instance = 2 and partition = 1",
                "checkpoints agree with partitions         | delete from migrate.checkpoint where instance = 2 and partition = 2",
            })
    void a_wrong_target_is_found(String claim, String damage) {
        TestServer.execute(target, damage);

        assertThat(failing(2)).containsExactly(claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the ledger of every run adds up | update migrate.partition set written = 3 where instance_id = 2 and number = 1",
                "the ledger of every run adds up | update migrate.partition set skipped = 1 where instance_id = 2 and number = 1",
                "attempts add up to partitions   | update migrate.batch_step_execution set commit_count = 2 where step_execution_id = 31",
                "attempts add up to partitions   | update migrate.batch_step_execution set read_count = 2 where step_execution_id = 21",
                "every partition is done         | update migrate.partition set state = 'failed' where instance_id = 1 and number = 1",
                "every partition is done         | update migrate.partition set state = 'waiting' where instance_id = 1 and number = 1",
                "nothing counts as running       | update migrate.batch_step_execution set status = 'STARTED', end_time = null where step_execution_id = 21",
                "nothing counts as running       | update migrate.batch_job_execution set end_time = null where job_execution_id = 2",
                "every run is complete           | update migrate.batch_job_execution set status = 'FAILED' where job_execution_id = 3",
                "every run is complete           | update migrate.run set running = true where number = 2",
            })
    void a_wrong_repository_is_found(String claim, String damage) {
        TestServer.execute(repository, damage);

        assertThat(failing(2)).containsExactly(claim);
    }

    @Test
    void a_row_that_was_read_twice_is_found() {
        TestServer.execute(repository, """
                update migrate.partition set read = 3 where instance_id = 2 and number = 1;
                update migrate.batch_step_execution set read_count = 2 where step_execution_id = 31
                """);

        assertThat(failing(2)).containsExactly("the ledger of every run adds up");
    }

    @Test
    void a_claim_that_is_left_is_found() {
        TestServer.execute(
                repository,
                "update migrate.partition set state = 'claimed', worker = 7 where instance_id = 1 and number = 1");

        assertThat(failing(2)).containsExactly("every partition is done", "nothing counts as running");
    }

    @Test
    void a_round_that_is_missing_is_found() {
        assertThat(failing(3))
                .containsExactly(
                        "every row was changed once in each round",
                        "every run is complete",
                        "the ledger of every run adds up",
                        "attempts add up to partitions");
    }

    @Test
    void an_idle_transaction_and_a_lock_are_found() throws Exception {
        try (Connection left = DriverManager.getConnection(target);
                Statement statement = left.createStatement()) {
            left.setAutoCommit(false);
            statement.execute("select pg_advisory_lock(1)");

            Proof proof = Proofs.sessions(evidence(2)).get(1);
            assertThat(proof.holds()).isFalse();
            assertThat(proof.numbers())
                    .isEqualTo("1 sessions, 1 of them idle in transaction, 1 advisory locks, 0 prepared transactions");
        }
    }

    @Test
    void nothing_holds_in_an_empty_repository() {
        TestServer.execute(repository, "truncate migrate.run cascade");

        assertThat(failing(2))
                .contains("every partition is done", "every run is complete", "the ledger of every run adds up");
    }

    @Test
    void what_cannot_be_asked_does_not_hold() {
        TestServer.execute(target, "drop table migrate.checkpoint; drop table counter");

        assertThat(failing(2))
                .containsExactly("every row was changed once in each round", "checkpoints agree with partitions");
    }

    private List<String> failing(int rounds) {
        return Proofs.ask(evidence(rounds)).stream()
                .filter(proof -> !proof.holds())
                .map(Proof::claim)
                .toList();
    }

    private Evidence evidence(int rounds) {
        return new Evidence(client(repository), client(target), 4, rounds);
    }

    private static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url));
    }
}
