package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.job.Outcome;
import dev.migrate.job.key.DatabaseName;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are set aside: one in each of three pages, by a job that only reads and by one that writes. */
@ParameterizedClass
@ValueSource(strings = {"trace", "count"})
class SetAsideIT {

    private static final int ROWS = 300;

    @TempDir
    Path directory;

    @Parameter
    String job = "";

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, ROWS);
        engine.job = job;
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_page_over_the_limit_is_as_if_never_done_and_done_when_its_rows_are_mended() throws Exception {
        setAside(2);

        Outcome failed = engine.run(engine.request(1, 1));

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.sentence())
                .contains("2 rows were set aside before, and 1 of this page would be more than the 2 that on-error lets"
                        + " the run skip; the first of them is {id=250}: no luck with 250");
        assertThat(keys()).isEqualTo("50 150");
        assertThat(engine.text("select page || ' ' || failed from migrate.partition"))
                .isEqualTo("2 2");
        if (job.equals("count")) {
            assertThat(engine.list("shop", "select max(id) from item where n > 0"))
                    .containsExactly(200L);
        }

        engine.type.setAside(id -> false, 2);
        assertThat(engine.run(engine.request(1, 1))).isEqualTo(new Outcome.Completed(2, 30, 2));
        assertThat(keys()).isEqualTo("50 150");
        assertThatTheOthersWereCountedOnce(ROWS - 2);
    }

    @Test
    void they_survive_the_death_of_the_process_each_of_them_once() throws Exception {
        setAside(3);
        engine.process.dieAt(new Seam(Moment.BEFORE_COMMIT_OF, "insert into migrate.failed_row"));
        Throwable ignored = catchThrowable(() -> engine.run(engine.request(1, 1)));
        assertThat(engine.process.isDead()).as("died, with %s", ignored).isTrue();
        engine.process.revive();
        engine.process.dieAt(new Seam(Moment.AFTER_COMMIT_OF, "insert into migrate.failed_row"));
        Throwable ignoredToo = catchThrowable(() -> engine.run(engine.request(1, 1)));
        assertThat(engine.process.isDead()).as("died, with %s", ignoredToo).isTrue();
        engine.process.revive();
        assertThat(keys()).isEqualTo("50");

        assertCompletedWithThree(engine.run(engine.request(1, 1)));
    }

    @Test
    void a_page_that_was_committed_unheard_is_not_held_against_the_limit_again() throws Exception {
        setAside(1);
        engine.type.onceIn(1, 1, () -> {
            engine.first
                    .databases
                    .way(new DatabaseName("shop"))
                    .loseConnectionAt(new Seam(Moment.AFTER_COMMIT_OF, "update migrate.checkpoint"));
            engine.process.loseConnectionAt(new Seam(Moment.AFTER_COMMIT_OF, "set page = "));
            engine.type.setAside(id -> id == 50, 0);
        });

        assertThat(engine.run(engine.request(1, 1)).exitCode()).isEqualTo(3);

        assertThat(keys()).isEqualTo("50");
        assertThat(engine.ask("select attempts from migrate.partition")).isGreaterThan(1);
        assertThatTheOthersWereCountedOnce(ROWS - 1);
    }

    private void setAside(long most) {
        engine.type.setAside(id -> id % 100 == 50, most);
    }

    private void assertCompletedWithThree(Outcome outcome) {
        assertThat(outcome).isEqualTo(new Outcome.Completed(outcome.execution(), 30, 3));
        assertThat(keys()).isEqualTo("50 150 250");
        assertThat(engine.text("select min(error) || ', ' || sum(attempts) from migrate.failed_row"))
                .isEqualTo("no luck with 150, 3");
        assertThatTheOthersWereCountedOnce(ROWS - 3);
    }

    private void assertThatTheOthersWereCountedOnce(long rows) {
        if (job.equals("count")) {
            assertThat(engine.list("shop", "select count(*) from item where n = 1"))
                    .containsExactly(rows);
            assertThat(engine.list("shop", "select sum(n) from item")).containsExactly(rows);
        }
    }

    private String keys() {
        return engine.text("select string_agg(key ->> 'id', ' ' order by id) from migrate.failed_row");
    }
}
