package dev.migrate.engine.plan;

import dev.migrate.engine.instance.Management;
import org.springframework.batch.core.job.JobExecutionException;

/** Makes the plan of an instance that has none yet, and writes it. A crash leaves all of it or nothing. */
@FunctionalInterface
public interface Planning {

    /** Returns when the plan is there. */
    void plan(Management management) throws JobExecutionException;
}
