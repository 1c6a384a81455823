package dev.migrate.database.repository;

import dev.migrate.job.UserMistake;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What to say to somebody who asks for an execution that there is not. */
public final class NoSuchExecution {

    private static final String NEWEST = """
            select e.job_execution_id || ' (' || i.job_name || ')'
            from migrate.batch_job_execution e join migrate.batch_job_instance i using (job_instance_id)
            order by e.job_execution_id desc limit 3
            """;

    private NoSuchExecution() {}

    /** The mistake; names the newest executions that there are. */
    public static UserMistake of(long execution, JdbcClient repository) {
        List<String> newest = repository.sql(NEWEST).query(String.class).list();
        String hint = newest.isEmpty() ? "nothing has run yet" : "the newest are " + String.join(", ", newest);
        return new UserMistake("there is no execution " + execution + "; " + hint);
    }
}
