package dev.migrate.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A process of the jar that was started here. All it prints goes to a file. Not thread-safe. */
public final class JarProcess {

    private static final long PATIENCE_SECONDS = 60;

    private static final int LAST_LINES = 3;

    private final String name;
    private final Process process;
    private final Path output;
    private boolean frozen;

    JarProcess(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public boolean isFrozen() {
        return frozen && isAlive();
    }

    /** What it ended with; empty while it lives. */
    public OptionalInt exitCode() {
        return isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    public void send(Signal signal) {
        signal.to(process);
        if (signal == Signal.STOP || signal == Signal.CONT) {
            frozen = signal == Signal.STOP;
        }
    }

    /** Waits for its end, a minute at most; kills it then. False if it had to be killed. */
    public boolean await() throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            kill();
        }
        return ended;
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Whether it has printed that. */
    public boolean hasPrinted(String text) {
        return lines().stream().anyMatch(line -> line.contains(text));
    }

    /** The last things that it printed, on one line. */
    public String lastWords() {
        List<String> told = lines().stream().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", told.subList(Math.max(0, told.size() - LAST_LINES), told.size()));
    }

    /** Where all is that it printed. */
    public Path output() {
        return output;
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code worker-2 (pid 4711)}. */
    @Override
    public String toString() {
        return name + " (pid " + pid() + ")";
    }
}
