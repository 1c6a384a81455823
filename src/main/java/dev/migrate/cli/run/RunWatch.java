package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.LiveProgress;
import dev.migrate.cli.display.ProgressLine;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.job.Comparison;
import dev.migrate.job.PreparedJob;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.Throughput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on beside a run, from its begin to its end: the progress line, and signals that ask it to stop. */
final class RunWatch implements RunListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private final RunOptions options;
    private final Explorer explorer;
    private final StopSignal stop;
    private final Console console;
    private final Throughput throughput;
    private final List<String> notes = new ArrayList<>();
    private Optional<Comparison> comparison = Optional.empty();
    private @Nullable Interrupts interrupts;
    private @Nullable LiveProgress live;
    private String lastLine = "";

    RunWatch(RunOptions options, Explorer explorer, StopSignal stop, Console console, Clock clock) {
        this.options = options;
        this.explorer = explorer;
        this.stop = stop;
        this.console = console;
        this.throughput = new Throughput(clock);
    }

    @Override
    public void prepared(PreparedJob job) {
        comparison = job.comparison();
    }

    @Override
    public void started(long execution, boolean restart) {
        interrupts = new Interrupts(stop::request, console);
        if (options.quiet()) {
            return;
        }
        String job = options.asked().job();
        console.err()
                .println(
                        restart
                                ? "Execution " + execution + " of " + job + " resumes: what is done stays done."
                                : "Execution " + execution + " of " + job + " begins.");
        live = new LiveProgress(console, () -> line(execution));
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void waits(String reason) {
        console.err().println("Waiting: " + reason + ".");
    }

    /** What the run said so far. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** How columns are compared, as far as the run came to know it. */
    Optional<Comparison> comparison() {
        return comparison;
    }

    /** The line to show now; while the repository does not answer, the last one. */
    private String line(long execution) {
        try {
            Progress progress = explorer.progress(execution);
            throughput.reading(progress.done());
            lastLine = ProgressLine.of(progress, throughput);
        } catch (RuntimeException e) {
            LOG.debug("No reading of the progress", e);
        }
        return lastLine;
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
        if (interrupts != null) {
            interrupts.close();
        }
    }
}
