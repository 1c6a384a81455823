package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.job.Outcome;
import dev.migrate.job.key.DatabaseName;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are committed in the database that they change, and of which the worker does not hear: six in all. */
class UnheardTargetIT {

    private static final int PAGES = 6;
    private static final String CHECKPOINT = "update migrate.checkpoint";

    @TempDir
    Path directory;

    private EngineFixture engine;
    private MortalDataSource shop;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 600);
        engine.job = "count";
        shop = engine.first.databases.way(new DatabaseName("shop"));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_commit_lands_though_its_worker_saw_a_lost_connection(int page) throws Exception {
        engine.type.onceIn(1, page, () -> shop.loseConnectionAt(new Seam(Moment.AFTER_COMMIT_OF, CHECKPOINT)));

        assertCompleted(engine.run(engine.request(2, 1)), PAGES);
    }

    @Test
    void a_commit_lands_just_before_the_partition_is_opened_again() throws Exception {
        Delayed commit = new Delayed();
        engine.type.onceIn(1, 2, () -> {
            shop.delayAt(new Seam(Moment.BEFORE_COMMIT_OF, CHECKPOINT), commit);
            engine.process.at(
                    new Seam(Moment.AFTER, "with ended as"),
                    () -> shop.at(new Seam(Moment.BEFORE, "insert into migrate.checkpoint"), commit::land));
        });

        assertCompleted(engine.run(engine.request(1, 1)), PAGES);
    }

    @Test
    void a_commit_arrives_when_the_partition_was_opened_again() throws Exception {
        Delayed commit = new Delayed();
        engine.type.onceIn(1, 2, () -> shop.delayAt(new Seam(Moment.BEFORE_COMMIT_OF, CHECKPOINT), commit));

        Outcome outcome = engine.run(engine.request(2, 1));
        assertThatThrownBy(commit::land).isInstanceOf(SQLException.class);

        assertCompleted(outcome, PAGES + 1);
    }

    @Test
    void a_page_arrives_when_the_partition_was_opened_again() throws Exception {
        Delayed page = new Delayed();
        engine.type.onceIn(1, 2, () -> shop.delayAt(new Seam(Moment.BEFORE, CHECKPOINT), page));

        Outcome outcome = engine.run(engine.request(2, 1));
        assertThatThrownBy(page::land).isInstanceOf(SQLException.class);

        assertCompleted(outcome, PAGES + 1);
    }

    /** Neither database has told its worker that it has the page. */
    @Test
    void both_commits_land_unheard() throws Exception {
        engine.type.onceIn(1, 2, () -> {
            shop.loseConnectionAt(new Seam(Moment.AFTER_COMMIT_OF, CHECKPOINT));
            engine.process.loseConnectionAt(new Seam(Moment.AFTER_COMMIT_OF, "set page = "));
        });

        assertCompleted(engine.run(engine.request(1, 1)), PAGES);
        assertThat(engine.ask("select attempts from migrate.partition")).isEqualTo(3);
    }

    private void assertCompleted(Outcome outcome, int pagesBegun) {
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(engine.type.pages()).hasSize(pagesBegun);
    }
}
