package dev.migrate.database.embedded;

import dev.migrate.job.Pause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The right to start or stop a server. The operating system takes it back from a process that dies. */
final class HomeLock {

    /** What is done with the right. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int ATTEMPTS = 2400;

    private final Home home;
    private final Pause pause;

    HomeLock(Home home, Pause pause) {
        this.home = home;
        this.pause = pause;
    }

    /** Waits for the right, two minutes at most, and gives it back after the work. */
    <T> T holding(Work<T> work) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            await(channel);
            return work.run();
        }
    }

    // A JVM's locks are its own for all its threads, and closing any channel of the file loses them: so a second server
    // of the same JVM waits with its channel open.
    private void await(FileChannel channel) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isTaken(channel)) {
                return;
            }
            pause.sleep(INTERVAL);
        }
        throw Trouble.busy(home);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
