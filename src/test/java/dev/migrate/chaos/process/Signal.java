package dev.migrate.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the operating system tells a process. */
public enum Signal {
    /** Ctrl-C. */
    INT,
    /** Please end. */
    TERM,
    /** End at once; it never hears of it. */
    KILL,
    /** Freeze. */
    STOP,
    /** Wake up. */
    CONT;

    /** Sends it; one that has just ended hears nothing. */
    void to(Process process) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
