package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A process that was started. Close it: whatever it does then, it is killed. */
final class Started implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final Path out;
    private final Path err;

    Started(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has printed on stdout so far. */
    String out() {
        return text(out);
    }

    /** What it has printed on stderr so far. */
    String err() {
        return text(err);
    }

    /** Sends a signal: {@code INT}, {@code TERM}, {@code STOP}, {@code CONT} or {@code KILL}. */
    void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("SIG" + name + " reached no process; " + printed());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits for something to happen while it goes on. */
    void waitUntil(Callable<Boolean> happens) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .failFast(() -> assertThat(process.isAlive())
                        .as(() -> "alive; " + printed())
                        .isTrue())
                .until(happens);
    }

    /** Waits for the end. */
    Ended end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("not at its end after " + PATIENCE_SECONDS + " s; " + printed());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return new Ended(process.exitValue(), out(), err());
    }

    private String printed() {
        return "stdout: " + out() + "\nstderr: " + err();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
