package dev.migrate.jar;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The built jar, run in a directory of a test. Each run is a process of its own. */
record MigrateJar(Path directory) {

    static final Path FILE =
            Path.of(System.getProperty("migrate.jar", "target/migrate.jar")).toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    // Most of what these short runs take is starting.
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** Defines a job. */
    void define(String job, String yaml) {
        try {
            Files.writeString(directory.resolve("config/jobs").resolve(job + ".yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a program has written its number to a file. */
    boolean isWritten(String file) {
        return number(file).isPresent();
    }

    /** Whether the program is alive that has written its number to a file; one that nobody has collected yet is not. */
    boolean isAlive(String file) {
        return number(file)
                .flatMap(pid -> text(Path.of("/proc", pid.toString(), "stat")))
                .filter(stat -> !stat.contains(") Z "))
                .isPresent();
    }

    private Optional<Long> number(String file) {
        return text(directory.resolve(file))
                .filter(text -> text.endsWith("\n"))
                .map(text -> Long.valueOf(text.strip()));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Types {@code java -jar migrate.jar} and these words, and waits for the end. */
    Ended run(String... words) {
        try (Started started = start(words)) {
            return started.end();
        }
    }

    /** Types {@code java -jar migrate.jar} and these words. */
    Started start(String... words) {
        return started(Stream.concat(Stream.of("java", QUICK_START, "-jar", FILE.toString()), Stream.of(words))
                .toList());
    }

    /** Types a whole line, as it was printed. */
    Ended type(String line) {
        try (Started started = started(List.of("sh", "-c", line))) {
            return started.end();
        }
    }

    // A process that is started from a script's background inherits that Ctrl-C is ignored, and a JVM leaves it at
    // that.
    private Started started(List<String> words) {
        ProcessBuilder command = new ProcessBuilder(
                Stream.concat(Stream.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV"), words.stream())
                        .toList());
        command.environment().merge("PATH", JAVA.toString(), (path, java) -> java + File.pathSeparator + path);
        try {
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path err = Files.createTempFile(directory, "err", ".txt");
            Process process = command.directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Started(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
