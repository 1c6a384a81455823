package dev.migrate.engine.braking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.migrate.database.RepositorySchema;
import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.brake.BrakeContract;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.RowsPerSecond;
import dev.migrate.testing.TestDatabases;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The pace that workers share; the time that passes is taken off the table's. */
class PaceIT extends BrakeContract {

    private static final DatabaseName REPOSITORY = new DatabaseName("repository");
    private static final DatabaseName SHOP = new DatabaseName("shop");
    private static final Pace.Of RUN = new Pace.Of("7001", "shop", 12);

    /** What passes between two statements of a test. */
    private static final Offset<Double> NEARLY = within(40.0);

    private final TestDatabases databases = new TestDatabases("repository");
    private final Pace pace = pace();
    private final Pace another = pace();

    private Pace pace() {
        return new Pace(
                JdbcClient.create(databases.pool(REPOSITORY)), new JdbcTransactionManager(databases.pool(REPOSITORY)));
    }

    @BeforeEach
    void start() {
        RepositorySchema.migrate(databases.pool(REPOSITORY));
    }

    @AfterEach
    void stop() {
        databases.close();
    }

    private void pass(double seconds) {
        databases.execute("repository", "update migrate.pace set as_of = as_of - interval '%s s'".formatted(seconds));
    }

    @Override
    protected Brake brake() {
        return new RowsPerSecondBrake(SHOP, new RowsPerSecond(1_000), pace, RUN);
    }

    @Override
    protected void giveReason() {
        brake().passed(60_000);
    }

    @Override
    protected void takeReasonAway() {
        pass(60);
    }

    @Override
    protected String expected() {
        return "rows-per-second: 1,000 rows/s are allowed";
    }

    @Test
    void rows_melt_away_at_the_rate() {
        pace.add(RUN, 1_000, 100);
        assertThat(pace.owed(RUN, 100)).isCloseTo(1_000, NEARLY);

        pass(4);

        assertThat(pace.owed(RUN, 100)).isCloseTo(600, NEARLY);
    }

    @Test
    void all_workers_share_it_and_other_runs_do_not() {
        pace.add(RUN, 1_000, 100);
        another.add(RUN, 500, 100);

        assertThat(another.owed(RUN, 100)).isCloseTo(1_500, NEARLY);
        assertThat(pace.owed(new Pace.Of("7001", "shop", 13), 100)).isZero();
        assertThat(pace.owed(new Pace.Of("7001", "shop", 0), 100)).isZero();
    }

    @Test
    void a_second_in_which_nothing_was_done_is_made_up_for_and_no_more() {
        pace.add(RUN, 1, 100);
        pass(3_600);

        pace.add(RUN, 300, 100);

        assertThat(pace.owed(RUN, 100)).isCloseTo(200, NEARLY);
    }

    @Test
    void a_lower_rate_does_not_make_what_was_done_before_take_longer() {
        pace.add(RUN, 10_000, 10_000);

        assertThat(pace.owed(RUN, 100)).isCloseTo(100, NEARLY);
    }

    @Test
    void a_higher_rate_lets_what_was_done_before_melt_faster() {
        pace.add(RUN, 1_000, 10);
        pass(1);

        assertThat(pace.owed(RUN, 10)).isCloseTo(990, NEARLY);
        assertThat(pace.owed(RUN, 1_000)).isLessThanOrEqualTo(0);
    }

    @Test
    void says_when_to_ask_again() {
        Brake brake = brake();
        brake.passed(100_000);
        assertThat(brake.holds().get(0).again()).isEqualTo(Duration.ofSeconds(1));

        pass(99.9);

        assertThat(brake.holds()).allMatch(hold -> hold.again().compareTo(Duration.ofMillis(100)) <= 0);
    }
}
