package dev.migrate.type.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.database.SqlProblem;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Ledger;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.KeyTables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HandledRowsIT {

    private static final String POSTS = """
            create table posts (id bigint primary key, n int not null default 0);
            insert into posts (id) select i from generate_series(1, 250) i;
            """;

    private static RowJobs jobs;

    @BeforeAll
    static void open(@TempDir Path config) {
        jobs = new RowJobs(config);
        handler(
                "Count",
                "database.sql(\"update posts set n = n + 1 where id = :id\").param(\"id\", row.getLong(\"id\")).update();");
        handler("Note", "database.sql(\"insert into seen values (:key)\").param(\"key\", row.key()).update();");
    }

    private static void handler(String name, String statements) {
        jobs.write("handlers/" + name + ".java", """
                import dev.migrate.handler.*;
                import org.springframework.jdbc.core.simple.JdbcClient;

                public class %s implements TransactionalRowHandler {
                    int calls;

                    public void handle(Row row, JdbcClient database) throws Exception {
                        calls++;
                        %s
                    }
                }
                """.formatted(name, statements));
    }

    @AfterAll
    static void close() {
        jobs.close();
    }

    @Test
    void every_row_of_every_database_is_handled_once() throws Exception {
        jobs.fill(POSTS);
        PreparedJob job = jobs.prepare("""
                type: rows
                source: {databases: [shard1, shard2], table: posts, columns: [id], where: id > 10}
                handler: handlers/Count.java
                """);
        assertThat(job.targets(new DatabaseName("shard2"))).containsExactly(new DatabaseName("shard2"));
        assertThat(jobs.run(job, 70)).isEqualTo(Ledger.changed(480, 480));
        assertThat(jobs.list("select n || ' ' || count(*) from posts group by n order by n"))
                .containsExactly("0 10", "1 240");
        assertThat(jobs.list("shard2", "select sum(n) from posts")).containsExactly("240");
    }

    @ParameterizedTest
    @MethodSource("dev.migrate.table.KeyTables#names")
    void every_row_is_handled_once_whatever_the_key(String table) throws Exception {
        jobs.fill("create table seen (key text)");
        new KeyTables(jobs.databases());
        long rows = Long.parseLong(jobs.list("select count(*) from " + table).get(0));
        PreparedJob job = jobs.prepare(table, "handlers/Note.java");
        assertThat(jobs.run(job, 250)).isEqualTo(Ledger.changed(rows, rows));
        assertThat(jobs.list("select count(distinct key) from seen")).containsExactly(Long.toString(rows));

        KeySpace space = job.keySpaces().get(0);
        int columns = space.first().key().columns().size();
        String first = jobs.list("select min(key) from seen where key not like '(%,%,%'")
                .get(0);
        KeyValue key = columns == 1
                ? KeyValue.of(first)
                : KeyValue.of(first.substring(1, first.length() - 1).split(", "));
        assertThat(jobs.run(job, space, KeyRange.of(key), 250)).isEqualTo(Ledger.changed(1, 1));
    }

    @Test
    void a_row_that_fails_is_tried_again_then_set_aside_and_leaves_nothing() throws Exception {
        jobs.fill(POSTS);
        handler("Fails", """
                database.sql("update posts set n = n + 1 where id in (7, 8)").update();
                database.sql("update posts set n = 1 where id = ?").param(row.getLong("id")).update();
                if (row.getLong("id") == 7 || row.getLong("id") == 8 && calls == 10) {
                    throw new IllegalStateException("no\\nluck", new RuntimeException("at all"));
                }
                """);
        PreparedJob job = jobs.prepare(RowJobs.job("posts", "handlers/Fails.java", "{retry: 2, skip: 1}"));
        assertThat(job.mostFailedRows()).isEqualTo(1);
        assertThat(jobs.run(job, 250)).isEqualTo(new Ledger(250, 249, 0, 0, 1, 249 * 3));
        assertThat(jobs.list("select id || ' ' || n from posts where n <> 1 order by id"))
                .containsExactly("7 249", "8 243");
        assertThat(jobs.failedRows())
                .containsExactly(new FailedRow(
                        Map.of("id", 7L),
                        "java.lang.IllegalStateException: no luck, caused by java.lang.RuntimeException: at all",
                        3));
        assertThat(jobs.pauses())
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(100));
    }

    @Test
    void without_skip_the_first_row_that_fails_ends_its_partition() throws Exception {
        jobs.fill(POSTS);
        handler("Ends", """
                database.sql("update posts set n = 1 where id = ?").param(row.getLong("id")).update();
                database.sql("select 1 / (:id - 120)").param("id", row.getLong("id")).query().singleValue();
                """);
        assertThatThrownBy(() -> jobs.run(jobs.prepare("posts", "handlers/Ends.java"), 100))
                .isInstanceOf(UserMistake.class)
                .hasNoCause()
                .hasMessageMatching("the row of public.posts on shard1 with id = 120 failed: .*division by zero.*;"
                        + " put that right, or let on-error skip such rows");
        assertThat(jobs.list("select count(*) from posts where n = 1")).containsExactly("100");
    }

    @Test
    void a_single_page_may_not_set_more_rows_aside_than_the_run() throws Exception {
        jobs.fill(POSTS);
        handler("Odd", "if (row.getLong(\"id\") % 2 == 1) throw new Exception(\"odd\");");
        PreparedJob job = jobs.prepare(RowJobs.job("posts", "handlers/Odd.java", "{skip: 10}"));
        assertThatThrownBy(() -> jobs.run(job, 100))
                .hasMessage("the row of public.posts on shard1 with id = 21 failed: java.lang.Exception: odd;"
                        + " on-error lets the run skip 10, and a single page has more; put that right");
    }

    @Test
    void what_is_no_rows_fault_fails_the_page_whatever_may_be_skipped() throws Exception {
        jobs.fill(POSTS);
        assertThat(failure("throw new NoClassDefFoundError(\"org/Gone\");"))
                .isInstanceOf(UserMistake.class)
                .hasMessage("the handler broke down at the row of public.posts on shard1 with id = 1:"
                        + " java.lang.NoClassDefFoundError: org/Gone; put that right");
        assertThat(failure("throw new InterruptedException();")).isInstanceOf(InterruptedException.class);
        assertThat(SqlProblem.of(failure("""
                database.sql("do 'begin raise exception using errcode = ''40P01''; end'").update();
                """))).isEqualTo(SqlProblem.PASSING);
        assertThat(SqlProblem.of(failure("""
                database.sql("select pg_terminate_backend(pg_backend_pid())").query().singleValue();
                """))).isEqualTo(SqlProblem.PASSING);
        assertThat(jobs.pauses()).isEmpty();
    }

    private static Exception failure(String statements) {
        handler("Breaks", statements);
        PreparedJob job = jobs.prepare(RowJobs.job("posts", "handlers/Breaks.java", "{retry: 1, skip: 1000}"));
        return catchThrowableOfType(Exception.class, () -> jobs.run(job, 100));
    }

    @Test
    void a_row_that_breaks_a_deferred_constraint_is_the_one_set_aside() throws Exception {
        jobs.fill(POSTS + """
                create table parts (
                    post bigint references posts deferrable initially deferred, twin bigint unique deferrable);
                """);
        handler("Defers", """
                long id = row.getLong("id");
                database.sql("insert into parts values (?, ?)").params(1000 + id, id == 9 ? 8 : id).update();
                if (id != 3 && id != 250) {
                    database.sql("insert into posts (id) values (?)").param(1000 + id).update();
                }
                """);
        PreparedJob job = jobs.prepare(RowJobs.job("posts", "handlers/Defers.java", "{retry: 1, skip: 3}"));
        assertThat(jobs.run(job, job.keySpaces().get(0), new KeyRange(KeyValue.of(0), KeyValue.of(250)), 100))
                .isEqualTo(new Ledger(250, 247, 0, 0, 3, 247 * 2));
        assertThat(jobs.failedRows())
                .extracting(
                        row -> row.key().get("id") + " " + row.error().replaceAll(".*constraint \"(\\w+)\".*", "$1"))
                .containsExactly("3 parts_post_fkey", "9 parts_twin_key", "250 parts_post_fkey");
        assertThat(jobs.list("select count(*) from parts")).containsExactly("247");
    }

    @Test
    void a_handler_cannot_take_no_notice_of_a_statement_that_failed() throws Exception {
        jobs.fill(POSTS);
        handler("Deaf", """
                database.sql("update posts set n = 1 where id = ?").param(row.getLong("id")).update();
                try {
                    if (row.getLong("id") == 3) database.sql("select 1 / 0").query().singleValue();
                } catch (Exception e) {
                }
                """);
        PreparedJob job = jobs.prepare(RowJobs.job("posts", "handlers/Deaf.java", "{skip: 1}"));
        assertThat(jobs.run(job, 100)).isEqualTo(new Ledger(250, 249, 0, 0, 1, 249));
        assertThat(jobs.failedRows().get(0).error()).contains("a statement failed, and the handler went on");
        assertThat(jobs.list("select id from posts where n = 0")).containsExactly("3");
    }

    @Test
    void the_transaction_stays_alive_through_rows_and_pauses_without_a_statement() throws Exception {
        jobs.fill(POSTS);
        List<String> asked = new ArrayList<>();
        jobs.onPause(() -> asked.add("pause " + lastAskedInTransaction()));
        TransactionalRecorder.onRow = row -> {
            asked.add(row.key() + " " + lastAskedInTransaction().equals("select 1"));
            jobs.pass(Duration.ofMillis(row.getLong("id") == 2 ? 1_000 : 500));
            if (row.getLong("id") == 5) {
                throw new IllegalStateException("in vain");
            }
        };
        PreparedJob job = jobs.prepare(
                RowJobs.job("posts", "dev.migrate.type.rows.TransactionalRecorder", "{retry: 1, skip: 1}"));
        jobs.run(job, job.keySpaces().get(0), new KeyRange(KeyValue.of(0), KeyValue.of(5)), 100);
        // The fifth row begins a batch, which was just read.
        assertThat(asked)
                .containsExactly("1 false", "2 false", "3 false", "4 true", "5 false", "pause select 1", "5 true");
    }

    private static String lastAskedInTransaction() {
        try {
            return jobs.list("select query from pg_stat_activity where state = 'idle in transaction'"
                            + " and datname = current_database()")
                    .get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_plain_handler_is_called_while_no_transaction_is_open() throws Exception {
        jobs.fill(POSTS);
        String sessions = "select count(*) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null"
                + " and backend_type = 'client backend'";
        Recorder.record(row -> {
            try {
                Recorder.EVENTS.add(jobs.list(sessions).get(0));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        PreparedJob job = jobs.prepare(RowJobs.job("posts", "dev.migrate.type.rows.Recorder", "{}"));
        assertThat(job.targets(new DatabaseName("shard1"))).isEmpty();
        KeySpace space = job.keySpaces().get(0);
        assertThat(jobs.run(job, space, new KeyRange(KeyValue.of(5), KeyValue.of(7)), 1))
                .isEqualTo(Ledger.changed(2, 0));
        assertThat(Recorder.EVENTS)
                .containsExactly(
                        "open HandlerContext[job=job, parameters={day=2026-01-01}, database=shard1, partition=1]",
                        "6",
                        "0",
                        "7",
                        "0",
                        "close");
    }

    @Test
    void a_handler_that_cannot_be_opened_fails_the_partition() {
        jobs.fill(POSTS);
        jobs.write("handlers/Shut.java", """
                public class Shut implements dev.migrate.handler.RowHandler {
                    public void open(dev.migrate.handler.HandlerContext context) throws Exception {
                        throw new java.io.IOException("no service at " + context.database());
                    }
                    public void handle(dev.migrate.handler.Row row) {}
                }
                """);
        assertThatThrownBy(() -> jobs.run(jobs.prepare("posts", "handlers/Shut.java"), 100))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "handler Shut could not be opened: java.io.IOException: no service at shard1; put that right");
    }

    @Test
    void rows_of_any_size_are_read_in_batches() throws Exception {
        jobs.fill("""
                create table posts (id bigint primary key, body text);
                insert into posts select i, repeat('x', 10000 * (i % 5)) from generate_series(1, 1000) i;
                """);
        long[] bytes = {0};
        Recorder.record(
                row -> bytes[0] += Objects.requireNonNull(row.getString("body")).length());
        assertThat(jobs.run(jobs.prepare("posts", "dev.migrate.type.rows.Recorder"), 1_000))
                .isEqualTo(Ledger.changed(1_000, 0));
        assertThat(bytes[0]).isEqualTo(20_000_000);
        assertThat(Recorder.EVENTS).hasSize(1_002).doesNotHaveDuplicates();
    }
}
