package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import java.sql.SQLException;
import java.util.function.Function;
import org.springframework.batch.core.job.JobInterruptedException;

/** Runs again just the rows that a run set aside, as the job is defined now. */
public final class RetryRows {

    private final Explorer explorer;
    private final JobDefinitions definitions;
    private final RunJob runJob;
    private final Console console;

    public RetryRows(Explorer explorer, JobDefinitions definitions, RunJob runJob, Console console) {
        this.explorer = explorer;
        this.definitions = definitions;
        this.runJob = runJob;
        this.console = console;
    }

    /**
     * Runs or resumes them, prints the result, and returns the exit code.
     *
     * @param options for the run that is done again
     */
    public int retry(long execution, Function<Progress, RunOptions> options)
            throws SQLException, JobInterruptedException {
        Progress first = explorer.progress(execution);
        JobDefinition<?> definition = definitions.load(first.job());
        if (first.rows().failed() == 0 && !first.isRunning()) {
            console.err()
                    .println("Execution " + execution + " of " + first.job()
                            + " set no rows aside, so there is nothing to do again.");
            return 0;
        }
        return runJob.retry(definition, first.instance(), options.apply(first));
    }
}
