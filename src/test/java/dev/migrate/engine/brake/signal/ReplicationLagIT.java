package dev.migrate.engine.brake.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.brake.Hold;
import dev.migrate.testing.StreamingStandby;
import dev.migrate.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicationLagIT extends SignalBrakeContract {

    private static StreamingStandby servers;

    @BeforeAll
    static void startBoth(@TempDir Path directory) throws Exception {
        servers = new StreamingStandby(directory);
    }

    @AfterAll
    static void stopBoth() {
        servers.close();
    }

    @Override
    TestDatabases open() {
        return new TestDatabases(Map.of("shop", servers.freshDatabase()));
    }

    @Override
    String asked() {
        return "max-replication-lag=500ms";
    }

    @Override
    protected void giveReason() {
        servers.onStandby("select pg_wal_replay_pause()");
        databases.execute("shop", "insert into item values (1)");
    }

    @AfterEach
    @Override
    protected void takeReasonAway() {
        servers.onStandby("select pg_wal_replay_resume()");
    }

    @Override
    protected String expected() {
        return "max-replication-lag: standby \"copy\" is \\d+(\\.\\d)? s behind, 0.5 s are allowed";
    }

    @Test
    void a_standby_tells_how_far_it_is_behind_itself() {
        try (TestDatabases standby = new TestDatabases(Map.of("shop", servers.standbyUrl()))) {
            Brake brake = brake(standby, asked());
            await().until(() -> asked(brake).isEmpty());

            giveReason();

            await().until(() -> !asked(brake).isEmpty());
            assertThat(asked(brake).get(0).reason())
                    .matches("this standby is \\d+(\\.\\d)? s behind, 0.5 s are allowed");
            takeReasonAway();
            await().pollInterval(Duration.ofMillis(100))
                    .until(() -> asked(brake).isEmpty());
        }
    }

    @Test
    void a_role_that_may_not_see_standbys_says_so() {
        try (TestDatabases unseeing = asNobody(databases)) {
            assertBlind(
                    unseeing,
                    "cannot see how far standbys are behind: the role of this database may not; grant it"
                            + " pg_read_all_stats");
        }
    }

    @Test
    void a_server_without_a_standby_says_so() {
        try (TestDatabases alone = new TestDatabases("shop")) {
            assertBlind(alone, "cannot see how far standbys are behind: none is connected");
        }
    }

    @Test
    void a_standby_writes_no_wal() {
        try (TestDatabases standby = new TestDatabases(Map.of("shop", servers.standbyUrl()))) {
            assertThat(asked(brake(standby, "max-wal-per-second=1B"))).isEmpty();
        }
    }

    private void assertBlind(TestDatabases where, String reason) {
        List<Hold> holds = asked(brake(where, asked()));

        assertThat(holds).hasSize(1).allMatch(Hold::blind);
        assertThat(holds.get(0).reason()).isEqualTo(reason);
    }
}
