package dev.migrate.engine.brake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.BrakeKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrakedTableIT {

    private static final DatabaseName SHOP = new DatabaseName("shop");

    @TempDir
    Path directory;

    private EngineFixture engine;
    private Presence presence;
    private long instance;
    private BrakedTable table;

    private final List<String> heard = new ArrayList<>();
    private final WorkerNews news = new WorkerNews() {
        @Override
        public void held(String what, String reason) {
            heard.add(what + ": " + reason);
        }

        @Override
        public void letGo(String what) {
            heard.add(what + " no longer");
        }
    };

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 10);
        engine.run(engine.request(1));
        instance = engine.ask("select instance_id from migrate.run");
        presence = Presence.join(engine.process);
        table = table(presence.signOn(ProcessName.here(), 1, null));
    }

    @AfterEach
    void stop() {
        presence.close();
        engine.close();
    }

    private BrakedTable table(int worker) {
        return new BrakedTable(engine.first.repository, worker, news, engine.time);
    }

    private void holdFor(Duration time, String reason) {
        table.note(instance, Hold.of(SHOP, BrakeKey.MAX_REPLICATION_LAG, reason));
        engine.time.pass(time);
        table.note(instance, Hold.of(SHOP, BrakeKey.MAX_REPLICATION_LAG, reason));
        table.tell();
    }

    private String told() {
        return engine.text("select coalesce(string_agg(database || ' ' || brake || ': ' || reason, '; '), 'nothing')"
                + " from migrate.braked");
    }

    @Test
    void tells_what_lasts_and_when_it_changes_and_when_it_is_over() {
        holdFor(Duration.ofMillis(500), "12 s behind");
        assertThat(told()).isEqualTo("nothing");
        holdFor(Duration.ofMillis(600), "12 s behind");
        assertThat(told()).isEqualTo("shop max-replication-lag: 12 s behind");
        holdFor(Duration.ofMillis(600), "13 s behind");
        assertThat(told()).isEqualTo("shop max-replication-lag: 13 s behind");

        engine.time.pass(Duration.ofSeconds(3));
        table.tell();

        assertThat(told()).isEqualTo("nothing");
        assertThat(heard)
                .containsExactly("max-replication-lag on shop: 12 s behind", "max-replication-lag on shop no longer");
    }

    @Test
    void tells_of_short_holds_that_come_again_with_each_page() {
        for (int page = 0; page < 5; page++) {
            holdFor(Duration.ofMillis(300), "100 rows/s are allowed");
        }

        assertThat(told()).isEqualTo("shop max-replication-lag: 100 rows/s are allowed");
    }

    @Test
    void a_worker_that_leaves_takes_its_own_with_it_and_what_the_dead_have_told() {
        int dead = (int) engine.ask("insert into migrate.worker (host, pid) values ('elsewhere', 1) returning id");
        engine.sql(
                "insert into migrate.braked (worker, instance_id, database, brake, reason) values (%d, %d, '', 'pause', 'x')"
                        .formatted(dead, instance));
        holdFor(Duration.ofSeconds(1), "12 s behind");

        table.leave();

        assertThat(told()).isEqualTo("nothing");
    }
}
