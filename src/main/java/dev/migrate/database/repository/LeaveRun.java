package dev.migrate.database.repository;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends what a run's manager and its dead workers have left behind. Each call writes in the transaction in hand, so that a crash
 * leaves all of it or nothing. Thread-safe.
 */
public final class LeaveRun {

    /**
     * How executions end that were begun and never ended.
     *
     * @param status as Spring Batch's tables have it
     */
    public record Ending(String status, String message) {

        /** Somebody found them. */
        public static final Ending GONE = new Ending("FAILED", "its manager was gone");
    }

    private static final String SHUT = """
            update migrate.run set epoch = epoch + 1, running = false, pause = false, waits_for = null
            where instance_id = :instance and epoch = :epoch
            """;

    private static final String RELEASE_DEAD = """
            with released as (
                update migrate.partition p set state = 'waiting', worker = null
                where p.instance_id = :instance and p.state = 'claimed' and not %s
                returning p.step_execution_id
            )
            update migrate.batch_step_execution s
            set status = :status, exit_code = :status, exit_message = 'its worker was gone', version = s.version + 1,
                end_time = greatest(s.start_time, s.create_time, s.last_updated)
            from released where s.step_execution_id = released.step_execution_id
            """.formatted(Alive.process("p.worker"));

    // When they ended nobody knows; what is known is when they were last heard of.
    private static final String END_BEGUN = """
            with dead as (
                update migrate.batch_job_execution e
                set status = :status, exit_code = :status, exit_message = :message,
                    version = version + 1, last_updated = coalesce(last, e.last_updated),
                    end_time = greatest(e.start_time, e.create_time, last)
                from (select j.job_execution_id, max(s.last_updated) as last
                      from migrate.batch_job_execution j left join migrate.batch_step_execution s using (job_execution_id)
                      where j.job_instance_id = :instance and (j.end_time is null or j.status = 'UNKNOWN')
                      group by j.job_execution_id) l
                where e.job_execution_id = l.job_execution_id
            )
            update migrate.batch_step_execution s
            set status = :status, exit_code = :status, exit_message = :message,
                end_time = greatest(s.start_time, s.create_time, s.last_updated), version = s.version + 1
            from migrate.batch_job_execution e
            where e.job_instance_id = :instance and s.job_execution_id = e.job_execution_id
              and s.step_name = 'manager' and (s.end_time is null or s.status = 'UNKNOWN')
            """;

    private final JdbcClient repository;

    public LeaveRun(JdbcClient repository) {
        this.repository = repository;
    }

    /**
     * Ends a run for good, whoever managed it: nobody claims any more, what the dead had in hand is no longer theirs, and no
     * manager that was there before can write. Who lives finishes his page.
     *
     * @param epoch as it was read
     * @return false if a manager has taken the run over since; then nothing was written
     */
    public boolean leave(long instance, long epoch, Ending ending) {
        int shut = repository
                .sql(SHUT)
                .param("instance", instance)
                .param("epoch", epoch)
                .update();
        if (shut == 0) {
            return false;
        }
        repository
                .sql(RELEASE_DEAD)
                .param("instance", instance)
                .param("status", ending.status())
                .update();
        endBegun(instance, ending);
        return true;
    }

    /** Ends the executions of an instance that were begun and never ended, or of which Spring Batch does not know how. */
    public void endBegun(long instance, Ending ending) {
        repository
                .sql(END_BEGUN)
                .param("instance", instance)
                .param("status", ending.status())
                .param("message", ending.message())
                .update();
    }
}
