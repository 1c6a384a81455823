package dev.migrate.engine.checkpoint;

import static dev.migrate.engine.checkpoint.CounterTable.claim;
import static dev.migrate.engine.checkpoint.CounterTable.counting;
import static dev.migrate.engine.checkpoint.CounterTable.end;
import static dev.migrate.engine.checkpoint.CounterTable.page;
import static dev.migrate.engine.checkpoint.CounterTable.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.claim.Overtaken;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointedPagesIT {

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
    void a_page_and_its_checkpoint_are_committed_together() throws Exception {
        CheckpointedPages pages = table.checkpoints().open(claim(1, 0), counting());
        assertThat(pages.firstEnd()).isEmpty();

        assertThat(pages.apply(page(1))).isEqualTo(result());
        assertThat(pages.apply(page(2))).isEqualTo(result());

        assertThat(table.counts()).isEqualTo("1111000000");
        assertThat(table.checkpoint()).isEqualTo("1 2 [\"4\"]");
    }

    @Test
    void goes_on_where_a_predecessor_was_heard_of() throws Exception {
        table.work(1, 0, 1);

        CheckpointedPages pages = table.checkpoints().open(claim(2, 1), counting());

        assertThat(pages.firstEnd()).isEmpty();
        pages.apply(page(2));
        assertThat(table.counts()).isEqualTo("1111000000");
        assertThat(table.checkpoint()).isEqualTo("2 2 [\"4\"]");
    }

    @Test
    void a_page_that_the_repository_has_not_heard_of_is_not_done_again() throws Exception {
        table.work(1, 0, 1);

        CheckpointedPages pages = table.checkpoints().open(claim(2, 0), counting());

        assertThat(pages.firstEnd()).hasValue(end(1));
        assertThat(pages.apply(page(1))).isEqualTo(result());
        assertThat(table.counts()).isEqualTo("1100000000");
        pages.apply(page(2));
        assertThat(table.counts()).isEqualTo("1111000000");
    }

    @Test
    void a_page_that_is_not_the_one_committed_is_not_taken_for_it() throws Exception {
        table.work(1, 0, 1);
        CheckpointedPages pages = table.checkpoints().open(claim(2, 0), counting());

        assertThatThrownBy(() -> pages.apply(page(2)))
                .hasMessage("page 1 was committed up to 2, and cannot be replaced by page 2, (2, 4]");
    }

    @Test
    void nothing_is_left_of_a_page_that_fails() throws Exception {
        CheckpointedPages pages = table.checkpoints().open(claim(1, 0), counting(c -> {}, c -> {
            throw new IllegalStateException("no");
        }));

        assertThatThrownBy(() -> pages.apply(page(1))).hasMessage("no");

        assertThat(table.counts()).isEqualTo("0000000000");
        assertThat(table.checkpoint()).isEqualTo("1 0");
    }

    @Test
    void gives_its_connection_back_as_it_got_it() throws Exception {
        String settings = "select current_setting('application_name') || ' '"
                + " || current_setting('idle_in_transaction_session_timeout') || current_setting('lock_timeout')";
        String before = table.ask(settings);
        CheckpointedPages pages = table.checkpoints().open(claim(1, 0), counting());

        pages.apply(page(1));
        assertThatThrownBy(() -> pages.apply(page(1))).isInstanceOf(Overtaken.class);

        assertThat(table.ask(settings)).isEqualTo(before);
        try (Connection connection =
                table.databases.dataSource(CounterTable.TARGET).getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"off, on", "local, local", "remote_apply, remote_apply"})
    void what_is_counted_would_survive_the_server(String given, String used) throws Exception {
        table.seams.borrowed = connection -> execute(connection, "set synchronous_commit = " + given);

        assertThat(duringPage("synchronous_commit")).isEqualTo(used);
    }

    @Test
    void a_frozen_page_ends_by_itself_and_tells_whose_it_is() throws Exception {
        assertThat(duringPage("idle_in_transaction_session_timeout")).isEqualTo("15s");
        assertThat(duringPage("application_name")).matches("migrate 3f2a9c01 12/7/\\d");
    }

    private int fences;

    private String duringPage(String setting) throws Exception {
        String[] found = new String[1];
        CheckpointedPages pages = table.checkpoints()
                .open(
                        claim(++fences, 0),
                        counting(
                                c -> {
                                    try (Statement show = c.createStatement();
                                            var row = show.executeQuery("show " + setting)) {
                                        row.next();
                                        found[0] = row.getString(1);
                                    }
                                },
                                c -> {
                                    throw new IllegalStateException("enough");
                                }));
        assertThatThrownBy(() -> pages.apply(page(1))).hasMessage("enough");
        return found[0];
    }

    @Test
    void the_job_type_cannot_end_the_transaction() throws Exception {
        refuses(Connection::commit);
        refuses(Connection::rollback);
        refuses(Connection::close);
        refuses(c -> c.setAutoCommit(true));

        assertThat(table.counts()).isEqualTo("0000000000");
    }

    private void refuses(CounterTable.Event ending) throws Exception {
        CheckpointedPages pages = table.checkpoints().open(claim(++fences, 0), counting(c -> {}, ending));
        assertThatThrownBy(() -> pages.apply(page(1)))
                .hasMessageStartingWith("a page's transaction is not the job type's");
    }

    @Test
    void the_job_type_may_go_back_to_a_savepoint() throws Exception {
        CheckpointedPages pages = table.checkpoints()
                .open(
                        claim(1, 0),
                        counting(
                                c -> {
                                    Savepoint savepoint = c.setSavepoint();
                                    execute(c, "update counter set n = 5");
                                    c.rollback(savepoint);
                                },
                                c -> {}));

        pages.apply(page(1));

        assertThat(table.counts()).isEqualTo("1100000000");
    }

    @Test
    void a_transaction_that_the_job_ends_by_other_ways_is_noticed() throws Exception {
        CheckpointedPages pages = table.checkpoints().open(claim(1, 0), counting(c -> {}, c -> execute(c, "commit")));

        assertThatThrownBy(() -> pages.apply(page(1)))
                .hasMessage("the job ended the transaction of page 1 of partition 7 itself: what it committed is in"
                        + " database \"target\", and not counted");
        assertThat(table.checkpoint()).isEqualTo("1 0");
    }

    @Test
    void a_failed_statement_that_the_job_type_swallows_fails_the_page() throws Exception {
        CheckpointedPages pages = table.checkpoints()
                .open(
                        claim(1, 0),
                        counting(
                                c -> {},
                                c -> assertThatThrownBy(() -> execute(c, "select 1 / 0"))
                                        .isInstanceOf(SQLException.class)));

        assertThatThrownBy(() -> pages.apply(page(1))).hasMessageContaining("transaction is aborted");
        assertThat(table.counts()).isEqualTo("0000000000");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
