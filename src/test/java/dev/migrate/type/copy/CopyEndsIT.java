package dev.migrate.type.copy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.migrate.database.SqlProblem;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When one server fails, the other one is not kept waiting, and nothing is left behind. */
@Timeout(60)
final class CopyEndsIT {

    private static final String SLEEPING =
            "query like 'copy%pg_sleep(%' and pid <> pg_backend_pid() and state = 'active'";

    @TempDir
    private Path config;

    private TwoDatabases two;

    @BeforeEach
    void open() {
        two = new TwoDatabases(config);
        two.fill(
                "create table posts (id bigint primary key); insert into posts select generate_series(1, 100000)",
                "create table documents (id bigint primary key, pad text)");
    }

    @AfterEach
    void close() {
        // Tells of connections that were not given back.
        two.close();
    }

    private PreparedJob job(String select) {
        return two.prepare("""
                type: copy
                source: {database: shop, table: posts, select: "%s"}
                target: {database: search, table: documents}
                """.formatted(select));
    }

    private CompletableFuture<Throwable> failing(PreparedJob job) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                two.page(job, new KeyRange(KeyValue.of(0), KeyValue.of(100000)));
                throw new AssertionError("the page should have failed");
            } catch (Exception e) {
                return e;
            }
        });
    }

    @Test
    void a_source_that_goes_away_is_a_passing_error_and_the_target_is_free() throws Exception {
        CompletableFuture<Throwable> page = failing(
                job(
                        "select id, pg_sleep(case when id = 50000 then 1000 else 0 end)::text as pad from posts where {range}"));
        end("shop", SLEEPING);
        assertThat(SqlProblem.of(page.get(20, SECONDS))).isEqualTo(SqlProblem.PASSING);
        assertThat(two.list("search", "select count(*) from documents")).containsExactly("0");
    }

    @Test
    void a_target_that_goes_away_ends_a_source_that_has_nothing_to_say() throws Exception {
        CompletableFuture<Throwable> page =
                failing(job("select id, pg_sleep(1000)::text as pad from posts where {range}"));
        await().until(() -> !two.list("shop", "select pid from pg_stat_activity where " + SLEEPING)
                .isEmpty());
        end("search", "query like 'copy%' and pid <> pg_backend_pid()");
        assertThat(SqlProblem.of(page.get(20, SECONDS))).isEqualTo(SqlProblem.PASSING);
        assertThat(two.list("shop", "select pid from pg_stat_activity where " + SLEEPING))
                .isEmpty();
    }

    @Test
    void a_target_that_refuses_a_row_ends_a_source_that_has_much_to_say() throws Exception {
        two.databases().execute("search", "alter table documents add check (id <> 1000)");
        assertThatThrownBy(() -> {
                    throw failing(job("select id, repeat('x', 5000) as pad from posts where {range} and id <= 5000"))
                            .get(50, SECONDS);
                })
                .hasMessageContaining("the row with id 1000 cannot be copied");
        assertThat(two.list(
                        "shop", "select count(*) from pg_stat_activity where state = 'active' and query like 'copy%'"))
                .containsExactly("0");
    }

    @Test
    void a_select_that_writes_is_refused_by_the_source() throws Exception {
        two.databases()
                .execute(
                        "shop",
                        "create function gone(bigint) returns text language sql as"
                                + " 'delete from posts where id = $1 returning ''gone'''");
        assertThat(failing(job("select id, gone(id) as pad from posts where {range}"))
                        .get(20, SECONDS))
                .hasMessageContaining("read-only transaction");
        assertThat(two.list("shop", "select count(*) from posts")).containsExactly("100000");
    }

    private void end(String database, String which) {
        await().until(() -> two.list(
                        database,
                        "select pg_terminate_backend(pid)::text from pg_stat_activity where"
                                + " datname = current_database() and " + which)
                .contains("true"));
    }
}
