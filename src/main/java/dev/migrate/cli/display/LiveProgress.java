package dev.migrate.cli.display;

import java.time.Duration;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Shows a line that is renewed: in place on a terminal, elsewhere one below the other, less often. */
public final class LiveProgress implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final ProgressBar bar;

    /**
     * Shows a line from now on.
     *
     * @param line asked each time, on a thread of its own
     */
    public LiveProgress(Console console, Supplier<String> line) {
        Duration interval = console.isTerminal() ? ON_TERMINAL : ELSEWHERE;
        this.bar = ProgressBar.builder()
                .setConsumer(consumer(console))
                .setRenderer((state, width) -> console.isTerminal() ? fitted(line.get(), width) : line.get())
                .setUpdateIntervalMillis((int) interval.toMillis())
                .continuousUpdate()
                .build();
    }

    private static ProgressBarConsumer consumer(Console console) {
        return console.isTerminal()
                ? new ConsoleProgressBarConsumer(console.err(), console.width() - 1)
                : new DelegatingProgressBarConsumer(console.err()::println, Integer.MAX_VALUE);
    }

    /** As wide as there is room: what is left of a longer line before is wiped out, and nothing wraps. */
    private static String fitted(String line, int width) {
        return line.length() > width ? line.substring(0, width) : line + " ".repeat(width - line.length());
    }

    /** Shows the line for the last time. */
    @Override
    public void close() {
        // Closing renders a bar that is not paused twice.
        bar.pause();
        bar.close();
    }
}
