package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.FailedRow;
import dev.migrate.job.SideRows;
import dev.migrate.type.compare.TwoTables.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are written to while they are compared; whatever happens, happens between two looks. */
final class RecheckIT {

    private static final String POSTS =
            "create table posts (id bigint primary key, likes int); insert into posts select i, 0 from generate_series(1, 1000) i;";

    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private final List<Duration> waited = new ArrayList<>();
    private TwoTables tables;

    @BeforeEach
    void open(@TempDir Path config) {
        tables = new TwoTables(config, this::pause, "primary", "replica");
        tables.fill(POSTS, POSTS);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void nobody_waits_where_nothing_differs() throws Exception {
        assertThat(run(2).lines()).containsExactly("read 1000, found 0");
        assertThat(waited).isEmpty();
    }

    @Test
    void a_change_that_arrives_at_the_target_meanwhile_is_no_finding() throws Exception {
        source(
                "update posts set likes = 1 where id in (3, 500); delete from posts where id = 7; insert into posts values (1001, 0)");
        meanwhile.add(() -> target("update posts set likes = 1 where id = 3"));
        meanwhile.add(
                () -> target(
                        "update posts set likes = 1 where id = 500; delete from posts where id = 7; insert into posts values (1001, 0)"));
        assertThat(run(2).lines()).containsExactly("read 1000, found 0");
        assertThat(waited).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void what_still_differs_with_the_same_values_is_reported() throws Exception {
        source("update posts set likes = 1 where id in (3, 500); delete from posts where id = 7");
        meanwhile.add(() -> target("update posts set likes = 1 where id = 500"));
        assertThat(run(2).lines())
                .containsExactly("different {id=3} {likes={source=1, target=0}}", "extra {id=7}", "read 999, found 1");
        assertThat(waited).hasSize(2);
    }

    @Test
    void a_row_that_has_changed_since_the_last_look_is_looked_at_once_more() throws Exception {
        source("update posts set likes = 1 where id = 3");
        meanwhile.add(() -> {});
        meanwhile.add(() -> source("update posts set likes = 2 where id = 3"));
        meanwhile.add(() -> target("update posts set likes = 2 where id = 3"));
        assertThat(run(2).lines()).containsExactly("read 1000, found 0");
        assertThat(waited).hasSize(3);
    }

    @Test
    void a_row_is_given_the_whole_time_after_each_change() throws Exception {
        source("update posts set likes = 1 where id = 3");
        meanwhile.add(() -> source("update posts set likes = 2 where id = 3"));
        meanwhile.add(() -> target("update posts set likes = 1 where id = 3"));
        meanwhile.add(() -> {});
        meanwhile.add(() -> target("update posts set likes = 2 where id = 3"));
        assertThat(run(3).lines()).containsExactly("read 1000, found 0");
        assertThat(waited).hasSize(4);
    }

    @Test
    void a_row_that_never_comes_to_rest_is_set_aside() throws Exception {
        source("update posts set likes = 1 where id = 3");
        for (int i = 0; i < 10; i++) {
            meanwhile.add(() -> source("update posts set likes = likes + 1 where id = 3"));
        }
        Outcome outcome = run(2);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.ledger().failed()).isEqualTo(1);
        assertThat(outcome.ledger().ok()).isEqualTo(999);
        assertThat(waited).hasSize(6);
        assertThat(outcome.failedRows()).singleElement().satisfies((FailedRow row) -> {
            assertThat(row.key()).isEqualTo(Map.of("id", 3L));
            assertThat(row.attempts()).isEqualTo(7);
            assertThat(row.error()).contains("kept changing for 18 s");
        });
    }

    @Test
    void a_row_of_the_target_that_is_set_aside_does_not_count_as_the_sources() throws Exception {
        target("insert into posts values (1001, 0)");
        for (int i = 0; i < 10; i++) {
            meanwhile.add(() -> target("update posts set likes = likes + 1 where id = 1001"));
        }
        Outcome outcome = run(2);
        assertThat(outcome.ledger().failed()).isEqualTo(1);
        assertThat(outcome.sides()).isEqualTo(new SideRows(1000, 1001));
    }

    private Outcome run(int attempts) throws Exception {
        return tables.run(tables.prepare("""
                type: compare
                source: {database: primary, table: posts}
                target: {database: replica, table: posts}
                recheck: {attempts: %d, delay: 3s}
                """.formatted(attempts), Map.of()), 5_000);
    }

    private void pause(Duration atMost) {
        waited.add(atMost);
        Runnable next = meanwhile.poll();
        if (next != null) {
            next.run();
        }
    }

    private void source(String sql) {
        tables.execute("primary", sql);
    }

    private void target(String sql) {
        tables.execute("replica", sql);
    }
}
