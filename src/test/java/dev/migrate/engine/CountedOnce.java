package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

/** Proves from the tables alone that the newest run is as if nothing had happened to it. */
final class CountedOnce {

    private static final String NEWEST = " instance_id = (select max(instance_id) from migrate.run)";

    private static final String ATTEMPTS = " from migrate.batch_step_execution s"
            + " join migrate.batch_job_execution e using (job_execution_id)"
            + " join migrate.run on instance_id = e.job_instance_id"
            + " where step_name like 'worker:%' and" + NEWEST;

    private final EngineFixture engine;

    CountedOnce(EngineFixture engine) {
        this.engine = engine;
    }

    void assertThatAllIs() {
        assertThatThePartitionsAre();
        assertThatTheirAttemptsAre();
        assertThatTheFindingsAre();
        assertThatTheRowsAre();
        assertThat(engine.text("select status from migrate.batch_job_execution order by job_execution_id desc limit 1"))
                .isEqualTo("COMPLETED");
    }

    private void assertThatThePartitionsAre() {
        assertThat(engine.ask("select count(*) from migrate.partition where (state <> 'done' or worker is not null) and"
                        + NEWEST))
                .as("partitions that are not done")
                .isZero();
        assertThat(engine.ask("select sum(read) from migrate.partition where" + NEWEST))
                .as("rows read")
                .isEqualTo(engine.rows());
    }

    private void assertThatTheirAttemptsAre() {
        assertThat(engine.ask("select sum(read_count)" + ATTEMPTS))
                .as("rows read in all attempts")
                .isEqualTo(engine.rows());
        assertThat(engine.ask("select sum(commit_count)" + ATTEMPTS))
                .as("pages of all attempts")
                .isEqualTo(engine.ask("select sum(page) from migrate.partition where" + NEWEST));
        assertThat(engine.ask("select count(*)" + ATTEMPTS
                        + " and (s.end_time is null or s.status not in ('COMPLETED', 'FAILED', 'STOPPED'))"))
                .as("attempts that did not end")
                .isZero();
    }

    private void assertThatTheFindingsAre() {
        assertThat(engine.ask("select count(*) from migrate.finding where" + NEWEST))
                .as("findings")
                .isEqualTo(engine.rows() / 10);
        assertThat(engine.ask("select count(distinct (database, key::text)) from migrate.finding where" + NEWEST))
                .as("different findings")
                .isEqualTo(engine.rows() / 10);
    }

    private void assertThatTheRowsAre() {
        if (engine.job.equals("count")) {
            engine.shards()
                    .forEach(shard -> assertThat(engine.list(shard, "select distinct n from item"))
                            .as("how often rows of %s were written", shard)
                            .containsExactly(1L));
        }
    }
}
