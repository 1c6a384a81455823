package dev.migrate.engine.brake.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.brake.Hold;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActiveSessionsIT extends SignalBrakeContract {

    @Override
    String asked() {
        return "max-active-sessions=1";
    }

    @Override
    protected void giveReason() throws SQLException {
        others.run("select pg_sleep(60)");
        others.run("select pg_sleep(60)");
    }

    @Override
    protected void takeReasonAway() throws SQLException {
        others.end();
    }

    @Override
    protected String expected() {
        return "max-active-sessions: 2 sessions of others are at work, 1 allowed";
    }

    @Test
    void a_role_that_may_not_see_others_takes_the_worst_for_granted() throws Exception {
        giveReason();
        others.awaitAtWork(2);
        try (TestDatabases unseeing = asNobody(databases)) {
            List<Hold> holds = asked(brake(unseeing, asked()));

            assertThat(holds).hasSize(1).allMatch(Hold::blind);
            assertThat(holds.get(0).reason())
                    .matches(
                            "cannot see whether \\d+ sessions of others are at work; grant the role pg_read_all_stats");
            assertThat(asked(brake(unseeing, "max-active-sessions=1000"))).isEmpty();
        }
    }
}
