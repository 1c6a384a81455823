package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import dev.migrate.type.compare.TwoTables.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is written to all the time, and a target that follows it, a little later, change by change. */
final class LiveTablesIT {

    private static final int ROWS = 20_000;
    private static final int CHANGES = Integer.getInteger("migrate.live.changes", 3_000);
    private static final String POSTS = """
            create table posts (id bigint primary key, likes int not null, title text);
            insert into posts select i, 0, 'title ' || i from generate_series(1, %d) i;
            """.formatted(ROWS);
    private static final String PLANTED = """
            delete from posts where id in (1000, 11000);
            update posts set likes = likes + 1 where id in (2000, 12000);
            insert into posts values (0, 0, 'extra'), (-1000, 0, 'extra');
            """;

    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        Semaphore never = new Semaphore(0);
        tables = new TwoTables(
                config, atMost -> never.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS), "primary", "replica");
        tables.fill(POSTS, POSTS + PLANTED);
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Test
    void what_is_planted_is_found_and_nothing_that_only_moves() throws Exception {
        PreparedJob job = tables.prepare("""
                type: compare
                source: {database: primary, table: posts}
                target: {database: replica, table: posts}
                recheck: {attempts: 3, delay: 100ms}
                """, Map.of());
        long seed = new Random().nextLong();
        Replication replication = new Replication(tables.url("primary"), tables.url("replica"), ROWS, seed);
        Thread writer = new Thread(replication, "writer");
        writer.start();
        int runs = 0;
        try {
            do {
                Outcome outcome = tables.run(job, 2_000);
                runs++;
                assertThat(outcome.findings())
                        .as("seed %d, run %d, after %d changes", seed, runs, replication.done())
                        .extracting(f -> f.kind().word() + f.key().get("id"))
                        .containsExactlyInAnyOrder(
                                "missing1000",
                                "missing11000",
                                "different2000",
                                "different12000",
                                "extra0",
                                "extra-1000");
                assertThat(outcome.failedRows()).isEmpty();
            } while (replication.done() < CHANGES);
        } finally {
            replication.stop();
            writer.join();
        }
        assertThat(replication.failure()).isEmpty();
    }
}
