package dev.migrate.engine.checkpoint;

import static dev.migrate.engine.checkpoint.CounterTable.claim;
import static dev.migrate.engine.checkpoint.CounterTable.page;
import static dev.migrate.engine.checkpoint.CounterTable.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.migrate.database.SqlProblem;
import dev.migrate.engine.claim.Overtaken;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.DatabaseName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A worker that is frozen while it sends rows: the server takes its session to be at work, and waits for the next row for as
 * long as it takes.
 */
@Timeout(30)
class FrozenCopyIT {

    private CounterTable table;

    @BeforeEach
    void make() throws Exception {
        table = new CounterTable();
        table.databases.execute("target", "create table copied (id bigint)");
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void is_ended_by_its_successor() throws Exception {
        CheckpointedPages frozen = table.checkpoints().open(claim(1, 0), new Copying(this::goOnWithoutIt));

        Throwable failure = catchThrowable(() -> frozen.apply(page(1)));

        assertThat(SqlProblem.of(failure)).isEqualTo(SqlProblem.PASSING);
        assertThat(catchThrowable(() -> frozen.apply(page(1)))).isInstanceOf(Overtaken.class);
        assertThat(table.ask("select string_agg(id::text, ' ' order by id) from copied"))
                .isEqualTo("1 2 3 4");
        assertThat(table.checkpoint()).isEqualTo("2 2 [\"4\"]");
    }

    private void goOnWithoutIt() throws Exception {
        await().until(() -> table.ask("select state || ' ' || wait_event from pg_stat_activity"
                        + " where application_name = 'migrate 3f2a9c01 12/7/1'")
                .equals("active ClientRead"));
        CheckpointedPages successor = table.checkpoints().open(claim(2, 0), new Copying(() -> {}));
        successor.apply(page(1));
        successor.apply(page(2));
    }

    /** Something that happens between two rows. */
    @FunctionalInterface
    private interface Event {
        void happen() throws Exception;
    }

    /** Copies the two keys of a page into a table. */
    private record Copying(Event midway) implements TargetWork {

        @Override
        public DatabaseName target() {
            return CounterTable.TARGET;
        }

        @Override
        public PageResult apply(Page page, Connection target) throws Exception {
            CopyIn copy = target.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copied from stdin");
            send(copy, page.number() * 2 - 1);
            midway.happen();
            send(copy, page.number() * 2);
            copy.endCopy();
            return result();
        }

        private static void send(CopyIn copy, long id) throws SQLException {
            byte[] row = (id + "\n").getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(row, 0, row.length);
            copy.flushCopy();
        }
    }
}
