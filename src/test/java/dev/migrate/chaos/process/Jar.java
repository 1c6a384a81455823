package dev.migrate.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The built jar, and a directory with {@code config/} to run it in. Close it: no process is left. Thread-safe. */
public final class Jar implements AutoCloseable {

    private static final Path FILE =
            Path.of(System.getProperty("migrate.jar", "target/migrate.jar")).toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    // A process that is started from a script's background inherits that Ctrl-C is ignored, and a JVM leaves it at
    // that.
    private static final List<String> HEEDING_INTERRUPTS = List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV");

    private final Path directory;
    private final List<JarProcess> started = new CopyOnWriteArrayList<>();

    public Jar(Path directory) {
        this.directory = directory;
    }

    /** Types {@code java -jar migrate.jar} and these words. */
    public JarProcess start(String name, List<String> words) {
        List<String> java = List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", FILE.toString());
        List<String> command =
                Stream.of(HEEDING_INTERRUPTS, java, words).flatMap(List::stream).toList();
        try {
            Path output = Files.createTempFile(directory, name + "-", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            JarProcess jar = new JarProcess(name, process, output);
            started.add(jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        started.forEach(JarProcess::kill);
    }
}
