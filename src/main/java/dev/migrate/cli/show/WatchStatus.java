package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.LiveProgress;
import dev.migrate.cli.display.ProgressLine;
import dev.migrate.job.Pause;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Follows an execution, of whatever process, until it ends. */
public final class WatchStatus {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Explorer explorer;
    private final Console console;
    private final Pause pause;

    public WatchStatus(Explorer explorer, Console console, Pause pause) {
        this.explorer = explorer;
        this.console = console;
        this.pause = pause;
    }

    /** Shows the progress line until the execution ends, or its manager does. */
    public void untilEnd(long execution) throws InterruptedException {
        Progress progress = explorer.progress(execution);
        AtomicReference<String> line = new AtomicReference<>(ProgressLine.of(progress));
        LiveProgress live = new LiveProgress(console, line::get);
        try {
            while (progress.isRunning() && progress.manager().alive()) {
                pause.sleep(INTERVAL);
                progress = explorer.progress(execution);
                line.set(ProgressLine.of(progress));
            }
        } finally {
            live.close();
        }
    }
}
