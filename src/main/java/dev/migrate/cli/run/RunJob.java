package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.Summary;
import dev.migrate.cli.notify.Notices;
import dev.migrate.definition.JobDefinition;
import dev.migrate.engine.JobRunner;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.job.Outcome;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.coverage.Coverage;
import dev.migrate.monitor.json.CoverageJson;
import dev.migrate.monitor.json.ResultJson;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.JobInterruptedException;

/** Runs a job and tells how it ended. */
public final class RunJob {

    private static final int SHOWN = 10;

    private final JobRunner runner;
    private final Explorer explorer;
    private final StopSignal stop;
    private final Console console;
    private final Notices notices;

    public RunJob(JobRunner runner, Explorer explorer, StopSignal stop, Console console, Notices notices) {
        this.runner = runner;
        this.explorer = explorer;
        this.stop = stop;
        this.console = console;
        this.notices = notices;
    }

    /** Runs or resumes, prints the result, and returns the exit code. */
    public int run(JobDefinition<?> definition, RunOptions options) throws SQLException, JobInterruptedException {
        return run(request(definition, options), options);
    }

    /** Likewise, just the rows that an instance set aside. */
    int retry(JobDefinition<?> definition, long instance, RunOptions options)
            throws SQLException, JobInterruptedException {
        return run(request(definition, options).retrying(instance), options);
    }

    private static RunRequest request(JobDefinition<?> definition, RunOptions options) {
        return new RunRequest(
                definition,
                options.asked().parameters(),
                options.workers(),
                options.partitions(),
                options.only(),
                options.reset(),
                options.transport());
    }

    private int run(RunRequest request, RunOptions options) throws SQLException, JobInterruptedException {
        Optional<ReportFile> report = options.report().map(ReportFile::at);
        RunWatch watch = new RunWatch(options, explorer, stop, console, notices);
        Outcome outcome;
        try (watch) {
            outcome = run(request, watch);
        }
        tell(outcome, options, watch, report);
        return outcome.exitCode();
    }

    private Outcome run(RunRequest request, RunWatch watch) throws SQLException, JobInterruptedException {
        try {
            Outcome outcome = runner.run(request, stop, watch);
            watch.ended(outcome);
            return outcome;
        } catch (SQLException | JobInterruptedException | RuntimeException e) {
            watch.brokeOff(e);
            throw e;
        }
    }

    private void tell(Outcome outcome, RunOptions options, RunWatch watch, Optional<ReportFile> report)
            throws SQLException {
        List<String> notes = watch.notes();
        if (outcome instanceof Outcome.RunningElsewhere) {
            console.err().println(outcome.sentence());
            return;
        }
        Progress progress = explorer.progress(outcome.execution());
        Coverage coverage = explorer.coverage(progress.instance());
        report.ifPresent(file -> file.write(
                ResultJson.ofReport(progress, notes, CoverageJson.of(progress, coverage, watch.comparison()))));
        if (options.json()) {
            console.out().println(ResultJson.ofRun(progress));
            notes.forEach(console.err()::println);
            console.err().println(outcome.sentence());
        } else {
            summary(progress, coverage).lines(options.typed()).forEach(console.out()::println);
            console.out().println();
            notes.forEach(console.out()::println);
            console.out().println(outcome.sentence());
            if (outcome instanceof Outcome.Stopped || outcome instanceof Outcome.Failed) {
                console.out().println("To go on: " + options.typed().again());
            }
        }
    }

    private Summary summary(Progress progress, Coverage coverage) throws SQLException {
        return new Summary(
                progress,
                coverage,
                explorer.failedPartitions(progress.instance(), SHOWN),
                explorer.firstFindings(progress.instance(), SHOWN),
                explorer.firstSetAside(progress.instance(), SHOWN));
    }
}
