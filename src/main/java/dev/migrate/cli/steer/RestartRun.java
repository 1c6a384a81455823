package dev.migrate.cli.steer;

import dev.migrate.cli.args.JobAndParameters;
import dev.migrate.cli.display.Console;
import dev.migrate.cli.run.RetryRows;
import dev.migrate.cli.run.RunJob;
import dev.migrate.cli.run.RunOptions;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import dev.migrate.steering.Steering;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.batch.core.job.JobInterruptedException;

/** Does what the command would do again that began an execution, in this process. */
public final class RestartRun {

    private static final int CANNOT = 1;

    private final Explorer explorer;
    private final Steering steering;
    private final JobDefinitions definitions;
    private final RunJob runJob;
    private final RetryRows retryRows;
    private final Console console;

    public RestartRun(
            Explorer explorer,
            Steering steering,
            JobDefinitions definitions,
            RunJob runJob,
            RetryRows retryRows,
            Console console) {
        this.explorer = explorer;
        this.steering = steering;
        this.definitions = definitions;
        this.runJob = runJob;
        this.retryRows = retryRows;
        this.console = console;
    }

    /**
     * Runs on, prints the result, and returns the exit code.
     *
     * @param options for the job and the parameters that the execution had
     */
    public int restart(long execution, Function<JobAndParameters, RunOptions> options)
            throws SQLException, JobInterruptedException {
        Progress progress = explorer.progress(execution);
        Optional<String> begunAnew = steering.begunAnew(execution);
        if (begunAnew.isPresent()) {
            console.err().println(begunAnew.get());
            return CANNOT;
        }
        JobAndParameters asked = new JobAndParameters(progress.job(), progress.parameters());
        return progress.retryOf() == null
                ? runJob.run(definitions.load(progress.job()), options.apply(asked))
                : retryRows.retry(progress.retryOf(), first -> options.apply(asked));
    }
}
