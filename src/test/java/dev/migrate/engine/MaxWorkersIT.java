package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that allow only so many workers, whichever processes and runs they belong to. */
class MaxWorkersIT {

    /** Notes at each claim how many there are then on its database; and so does each page that a test looks at. */
    private static final String NOTE = """
            create table migrate.seen (database text, claims bigint);
            create function migrate.note() returns trigger language plpgsql as $$
            begin
                insert into migrate.seen select database, count(*) from migrate.partition
                where state = 'claimed' group by database;
                return null;
            end $$;
            create trigger note after update on migrate.partition for each row
                when (new.state = 'claimed' and old.state <> 'claimed') execute function migrate.note();
            """;

    private static final String LOOK = "insert into migrate.seen select database, count(*) from migrate.partition"
            + " where state = 'claimed' group by database";

    @TempDir
    Path directory;

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_200, "shop", "store", "archive");
        engine.sql(NOTE);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", HandTransport.NAME})
    void no_more_than_allowed_work_on_a_database_and_no_fewer(String transport) throws Exception {
        engine.transport = transport;
        engine.first.databases.limit("shop", 2);
        engine.first.databases.limit("store", 1);
        CountDownLatch twoOnShop = new CountDownLatch(2);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) throws Exception {
                engine.sql(LOOK);
                if (page.number() == 1 && new DatabaseName("shop").equals(partition.database())) {
                    twoOnShop.countDown();
                    assertThat(twoOnShop.await(20, TimeUnit.SECONDS)).isTrue();
                }
            }
        });
        engine.worker(3);
        engine.worker(3);

        assertThat(engine.run(engine.request(12, 0))).isInstanceOf(Outcome.Completed.class);

        new CountedOnce(engine).assertThatAllIs();
        assertThat(most("shop")).isEqualTo(2);
        assertThat(most("store")).isEqualTo(1);
    }

    @Test
    void runs_share_what_a_database_allows() throws Exception {
        engine.first.databases.limit("shop", 1);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                engine.sql(LOOK);
            }
        });
        engine.worker(3);
        engine.worker(3);
        EngineFixture.Beside reading = engine.begin(engine.request(6, 0));
        engine.job = "count";
        EngineFixture.Beside writing = engine.begin(engine.request(6, 0));

        assertThat(reading.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(writing.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(most("shop")).isEqualTo(1);
        assertThat(engine.ask("select sum(read) from migrate.partition")).isEqualTo(2 * engine.rows());
    }

    private long most(String database) {
        return engine.ask("select max(claims) from migrate.seen where database = '" + database + "'");
    }
}
