package dev.migrate.type.command;

import dev.migrate.job.UserMistake;
import dev.migrate.program.LastLines;
import dev.migrate.program.Programs;
import dev.migrate.program.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a program to its end, unless it takes too long or has to stop. Thread-safe. */
final class Supervisor {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Programs programs;
    private final Clock clock;
    private final @Nullable Duration timeout;

    /** @param timeout how long a program may take; null: as long as it likes */
    Supervisor(Programs programs, Clock clock, @Nullable Duration timeout) {
        this.programs = programs;
        this.clock = clock;
        this.timeout = timeout;
    }

    /**
     * Runs a program.
     *
     * @param output where what it prints is appended
     * @return false if it was stopped before the end
     * @throws UserMistake with its last lines, if it fails or takes too long
     */
    boolean run(List<String> command, Path output, BooleanSupplier mustStop) throws IOException, InterruptedException {
        long before = OutputFiles.length(output);
        Instant begin = clock.instant();
        try (RunningProgram program = programs.start(command, output)) {
            while (!program.ends(LOOK)) {
                if (mustStop.getAsBoolean()) {
                    program.stop(GRACE);
                    return false;
                }
                if (isTooLong(begin)) {
                    program.stop(GRACE);
                    throw failed(command, "took longer than its timeout of " + words(timeout), output, before);
                }
            }
            if (program.exitCode() != 0) {
                throw failed(command, program.ending(), output, before);
            }
            return true;
        }
    }

    private boolean isTooLong(Instant begin) {
        return timeout != null && Duration.between(begin, clock.instant()).compareTo(timeout) > 0;
    }

    private static UserMistake failed(List<String> command, String how, Path output, long from) throws IOException {
        List<String> lines = LastLines.of(output, from);
        return new UserMistake(command.get(0) + " " + how
                + (lines.isEmpty() ? "; it printed nothing" : "; it printed last: " + String.join(" / ", lines)));
    }

    /** {@code 1h30m}, as it is written in a definition. */
    private static String words(@Nullable Duration duration) {
        return String.valueOf(duration).replace("PT", "").toLowerCase(Locale.ROOT);
    }
}
