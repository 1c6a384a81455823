package dev.migrate.program;

import dev.migrate.job.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program and all that it has started. To be closed by whoever had it started: then nothing of it is left. If this process
 * dies, even by SIGKILL, the program is killed whole. Thread-safe.
 */
public final class RunningProgram implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(20);
    // A process that waits for a disk does not even take a SIGKILL.
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(5);
    private static final int SIGNALLED = 128;
    private static final int SIGNALS = 64;

    private final Process process;
    private final Members members;
    private final Guard guard;
    private final Pause pause;

    RunningProgram(Process process, Members members, Guard guard, Pause pause) {
        this.process = process;
        this.members = members;
        this.guard = guard;
        this.pause = pause;
    }

    /** Its standard input, buffered: what is not flushed may stay here. */
    public OutputStream stdin() {
        return process.getOutputStream();
    }

    public InputStream stdout() {
        return process.getInputStream();
    }

    public InputStream stderr() {
        return process.getErrorStream();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, at most that long; whether it has ended. */
    public boolean ends(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Its exit code: 128 and the number of the signal where one killed it.
     *
     * @throws IllegalThreadStateException if it has not ended
     */
    public int exitCode() {
        return process.exitValue();
    }

    /** How it ended, to follow its name: {@code exited with 3}, {@code was killed by signal 9 (exit code 137)}. */
    public String ending() {
        int signal = exitCode() - SIGNALLED;
        return signal > 0 && signal <= SIGNALS
                ? "was killed by signal %d (exit code %d)".formatted(signal, exitCode())
                : "exited with " + exitCode();
    }

    /** Asks it, whole, to end (SIGTERM), and kills what is left of it after the grace. Returns when nothing is. */
    public void stop(Duration grace) {
        try {
            members.alive().forEach(ProcessHandle::destroy);
            if (!isGone(grace, false)) {
                kill();
            }
        } catch (InterruptedException e) {
            members.alive().forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private void kill() throws InterruptedException {
        boolean unused = isGone(LONGEST_DEATH, true);
    }

    /** Waits until nothing of it is alive, at most that long. */
    private boolean isGone(Duration atMost, boolean killing) throws InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(atMost) < 0; waited = waited.plus(STEP)) {
            List<ProcessHandle> left = members.alive();
            if (left.isEmpty()) {
                return true;
            }
            if (killing) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            pause.sleep(STEP);
        }
        return members.alive().isEmpty();
    }

    /** Kills what is left of it, at once. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop(Duration.ZERO);
        }
        try {
            guard.release(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
