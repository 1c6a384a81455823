package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.LiveProgress;
import dev.migrate.cli.display.ProgressLine;
import dev.migrate.cli.notify.Notices;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.job.Comparison;
import dev.migrate.job.Outcome;
import dev.migrate.job.PreparedJob;
import dev.migrate.monitor.Explorer;
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
    private final Notices notices;
    private final List<String> notes = new ArrayList<>();
    private Optional<Comparison> comparison = Optional.empty();
    private @Nullable Interrupts interrupts;
    private @Nullable LiveProgress live;
    private String lastLine = "";
    private long begun;

    RunWatch(RunOptions options, Explorer explorer, StopSignal stop, Console console, Notices notices) {
        this.options = options;
        this.explorer = explorer;
        this.stop = stop;
        this.console = console;
        this.notices = notices;
    }

    @Override
    public void prepared(PreparedJob job) {
        comparison = job.comparison();
    }

    @Override
    public void started(long execution, boolean restart) {
        begun = execution;
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
        paused(reason);
        notices.needsSomeone(begun, "Waiting: " + reason + ".");
    }

    @Override
    public void paused(String reason) {
        console.err().println("Waiting: " + reason + ".");
    }

    /** The run is over, if it ever began. */
    void ended(Outcome outcome) {
        if (begun != 0 && begun == outcome.execution()) {
            notices.ended(outcome);
        }
    }

    /** The run is over for this process, if it ever began, and nobody knows how: the repository may be away. */
    void brokeOff(Exception why) {
        if (begun != 0) {
            String reason = String.valueOf(why.getMessage()).lines().findFirst().orElse("it gives no reason");
            notices.needsSomeone(begun, "Broken off: " + reason + ".");
        }
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
            lastLine = ProgressLine.of(explorer.progress(execution));
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
