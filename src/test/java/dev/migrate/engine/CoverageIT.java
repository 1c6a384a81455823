package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is complete when its ranges are known to have covered every key, and not before. */
class CoverageIT {

    private static final String TILED =
            "select count(*) from migrate.coverage where gap is null and unfinished is null and begins is null";

    @TempDir
    Path directory;

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_000, "north", "south");
        // So that each gets half of the partitions, whatever the server has found out about the tables by itself.
        engine.databases.execute("north", "analyze item");
        engine.databases.execute("south", "analyze item");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void the_ranges_of_each_database_join_and_end_at_the_greatest_key() throws Exception {
        engine.databases.execute("south", "truncate item");
        assertThat(engine.run(engine.request(6))).isInstanceOf(Outcome.Completed.class);

        assertThat(engine.ask(TILED)).isEqualTo(2);
        assertThat(engine.text("select string_agg(coalesce(ends::text, 'nowhere'), ' ' order by database)"
                        + " from migrate.coverage"))
                .isEqualTo("[\"1000\"] nowhere");
    }

    @Test
    void a_partition_says_the_same_as_the_context_of_its_last_attempt() throws Exception {
        engine.run(engine.request(6));
        assertThat(engine.ask("""
                        select count(*)
                        from migrate.partition p join migrate.batch_step_execution_context c using (step_execution_id)
                        where p.position = (c.short_context::json ->> 'position')::jsonb
                          and p.ending = (c.short_context::json ->> 'upper')::jsonb
                        """)).isEqualTo(6);
    }

    @Test
    void ranges_that_do_not_join_fail_the_run() throws Exception {
        changedHalfWay("update migrate.partition set lower = '[\"700\"]' where number = 5");
        assertFailed("not every key was covered: the ranges on north do not join at partition 5; ");
    }

    @Test
    void ranges_that_overlap_fail_the_run() throws Exception {
        changedHalfWay("update migrate.partition set upper = '[\"400\"]' where number = 1");
        assertFailed("not every key was covered: the ranges on north do not join at partition 3; ");
    }

    @Test
    void a_partition_that_is_gone_fails_the_run() throws Exception {
        changedHalfWay("delete from migrate.partition where number = 6");
        assertFailed("not every key was covered: the ranges on south do not join at partition 4; ");
    }

    @Test
    void a_range_that_was_not_done_to_its_end_fails_the_run() throws Exception {
        changedHalfWay("update migrate.partition set position = '[\"17\"]' where number = 1");
        assertFailed("not every key was covered: partition 1 on north was not done to its end; ");
    }

    /** One partition is done, then somebody meddles. */
    private void changedHalfWay(String sql) throws Exception {
        assertThat(engine.run(engine.only(6, 1))).isInstanceOf(Outcome.Stopped.class);
        engine.sql(sql);
    }

    private void assertFailed(String reason) throws Exception {
        assertThat(engine.run(engine.request(6)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith(reason).contains("--reset"));
    }
}
