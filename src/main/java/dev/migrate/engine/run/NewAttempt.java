package dev.migrate.engine.run;

/** SQL that makes StepExecutions which have not begun: one for each row that gives it an {@code id} and a {@code number}. */
public final class NewAttempt {

    private static final String INSERT = """
            insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id,
                create_time, status, commit_count, read_count, filter_count, write_count, read_skip_count,
                write_skip_count, process_skip_count, rollback_count, exit_code, exit_message, last_updated)
            select id, 0, 'worker:' || number, :execution, :now, 'STARTING', 0, 0, 0, 0, 0, 0, 0, 0,
                   'EXECUTING', '', :now
            from %s
            """;

    private NewAttempt() {}

    /**
     * The statement, or a part of one.
     *
     * @param rows which rows: what stands behind {@code from}
     */
    public static String of(String rows) {
        return INSERT.formatted(rows);
    }
}
