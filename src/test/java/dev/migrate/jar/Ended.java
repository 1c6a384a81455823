package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;

/** How a process ended, and all it printed. */
record Ended(int exitCode, String out, String err) {

    /** What the shell tells of a process that was killed. */
    static final int KILLED = 137;

    /** Goes on if the process ended with that code, else shows what it printed. */
    Ended with(int expected) {
        assertThat(exitCode)
                .as(() -> "exit code; stdout: " + out + "\nstderr: " + err)
                .isEqualTo(expected);
        return this;
    }
}
