package dev.migrate.engine.checkpoint;

import static dev.migrate.engine.checkpoint.CounterTable.TARGET;
import static dev.migrate.engine.checkpoint.CounterTable.claim;
import static dev.migrate.engine.checkpoint.CounterTable.counting;
import static dev.migrate.engine.checkpoint.CounterTable.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.database.RepositorySchema;
import dev.migrate.engine.claim.Claim;
import dev.migrate.job.UserMistake;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The table of checkpoints, and what repository and database tell of each other. */
class CheckpointsIT {

    private static final String USER = GuestDatabases.USER;

    private CounterTable table;

    @BeforeEach
    void make() throws Exception {
        table = new CounterTable();
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void are_made_once_by_many_at_once() throws Exception {
        table.databases.execute("target", "drop schema migrate cascade");
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> preparing = () -> {
                table.checkpoints().prepare(TARGET);
                return "prepared";
            };
            List<Future<Object>> all = processes.invokeAll(Collections.nCopies(8, preparing));
            for (Future<Object> one : all) {
                assertThat(one.get()).isEqualTo("prepared");
            }
        } finally {
            processes.shutdown();
        }
        table.work(1, 0, 1);
        assertThat(table.counts()).isEqualTo("1100000000");
    }

    @Test
    void that_are_there_are_left_as_they_are() throws Exception {
        table.work(1, 0, 1);
        table.checkpoints().prepare(TARGET);
        assertThat(table.checkpoint()).isEqualTo("1 1 [\"2\"]");
    }

    @Test
    void may_lie_in_the_database_of_the_repository() throws Exception {
        table.databases.execute("target", "drop schema migrate cascade");
        RepositorySchema.migrate(table.databases.dataSource(TARGET));

        table.checkpoints().prepare(TARGET);

        table.work(1, 0, 1);
        assertThat(table.checkpoint()).isEqualTo("1 1 [\"2\"]");
    }

    @Test
    void may_lie_where_a_repository_is_made_later() throws Exception {
        table.work(1, 0, 1);
        RepositorySchema.migrate(table.databases.dataSource(TARGET));
        assertThat(table.checkpoint()).isEqualTo("1 1 [\"2\"]");
        assertThat(table.ask("select count(*) from migrate.partition")).isEqualTo("0");
    }

    @Test
    void need_no_right_to_make_anything_when_they_are_there() throws Exception {
        try (GuestDatabases guest = new GuestDatabases(table)) {
            guest.checkpoints().prepare(TARGET);
            guest.checkpoints().open(claim(1, 0), counting()).apply(page(1));
        }
        assertThat(table.counts()).isEqualTo("1100000000");
    }

    @Test
    void are_made_in_a_schema_that_somebody_else_has_made() throws Exception {
        table.databases.execute("target", "drop table migrate.checkpoint");
        try (GuestDatabases guest = new GuestDatabases(table, "grant usage, create on schema migrate to " + USER)) {
            guest.checkpoints().prepare(TARGET);
        }
        assertThat(table.ask("select tableowner from pg_tables where tablename = 'checkpoint'"))
                .isEqualTo(USER);
    }

    @ParameterizedTest
    @CsvSource({
        "drop schema migrate cascade, permission denied for database test\\d+",
        "drop table migrate.checkpoint, permission denied for schema migrate"
    })
    void say_what_is_wanted_to_make_them(String without, String denied) throws Exception {
        table.databases.execute("target", without);
        try (GuestDatabases guest = new GuestDatabases(table, "select")) {
            assertThatThrownBy(() -> guest.checkpoints().prepare(TARGET))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageMatching(
                            "the table migrate\\.checkpoint cannot be made in database \"target\" \\("
                                    + denied
                                    + "\\), and a job that writes there needs it: grant its user the right to create in"
                                    + " that database, or have somebody who may run the statements that the README shows for it");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "select",
        "grant usage on schema migrate to guest_of_target",
        "grant usage on schema migrate to guest_of_target;" + " grant select on migrate.checkpoint to guest_of_target"
    })
    void say_what_is_wanted_to_use_them(String grants) {
        try (GuestDatabases guest = new GuestDatabases(table, grants)) {
            assertThatThrownBy(() -> guest.checkpoints().prepare(TARGET))
                    .isInstanceOf(UserMistake.class)
                    .hasMessage("user \"guest_of_target\" may not use the table migrate.checkpoint in database"
                            + " \"target\", and a job that writes there needs it: grant it usage on schema migrate, and"
                            + " select, insert and update on migrate.checkpoint");
            assertThatThrownBy(() -> guest.checkpoints().open(claim(1, 0), counting()))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageStartingWith("this worker cannot use the table migrate.checkpoint in database \"target\""
                            + " (permission denied for ");
        }
    }

    @Test
    void that_are_gone_are_told_of() {
        table.databases.execute("target", "drop table migrate.checkpoint");
        assertThatThrownBy(() -> table.checkpoints().open(claim(1, 0), counting()))
                .isInstanceOf(UserMistake.class)
                .hasMessage("this worker cannot use the table migrate.checkpoint in database \"target\" (relation"
                        + " \"migrate.checkpoint\" does not exist): it is made when a run begins; if it is there, grant"
                        + " the worker's user usage on schema migrate, and select, insert and update on the table");
    }

    @Test
    void of_several_repositories_are_apart() throws Exception {
        UUID other = UUID.fromString("3f2a9c01-0000-4000-8000-000000000002");
        table.work(3, 0, 1);

        new Checkpoints(table.databases, () -> other)
                .open(claim(1, 0), counting())
                .apply(page(1));

        assertThat(table.counts()).isEqualTo("2200000000");
        assertThat(table.checkpoint()).isEqualTo("3 1 [\"2\"]");
        assertThat(table.ask("select fence || ' ' || page from migrate.checkpoint where repository = '" + other + "'"))
                .isEqualTo("1 1");
    }

    @ParameterizedTest
    @CsvSource({"0, 2, no page, page 2 at key 4", "1, 3, page 1 at key 2, page 3 at key 6"})
    void that_are_too_far_on_are_not_gone_on_from(int known, int done, String here, String there) throws Exception {
        for (int page = 1; page <= done; page++) {
            table.work(page, page - 1, page);
        }
        assertDisagreement(claim(9, known), here, there);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, page 1 at key 2, no page", "3, 1, page 3 at key 6, page 1 at key 2"})
    void that_were_restored_from_a_backup_are_not_gone_on_from(int known, int done, String here, String there)
            throws Exception {
        if (done == 1) {
            table.work(1, 0, 1);
        }
        assertDisagreement(claim(9, known), here, there);
    }

    @Test
    void of_the_same_page_must_have_the_same_position() throws Exception {
        table.work(1, 0, 1);
        Claim claim = claim(9, 1);
        ExecutionContext context = claim.context();
        context.put("position", "[\"3\"]");
        assertDisagreement(claim, "page 1 at key 3", "page 1 at key 2");
    }

    private void assertDisagreement(Claim claim, String here, String there) {
        String counts = table.counts();
        assertThatThrownBy(() -> table.checkpoints().open(claim, counting()))
                .isInstanceOf(UserMistake.class)
                .hasMessage("partition 7 of instance 12 has come to " + here + " by the repository, and to " + there
                        + " by migrate.checkpoint in database \"target\": was one of the two restored from a backup?"
                        + " Restore the other to the same moment; or put the rows right and begin anew with --reset");
        assertThat(table.counts()).isEqualTo(counts);
    }
}
