package dev.migrate.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Another process that has joined the server of a directory. */
final class Neighbour implements AutoCloseable {

    private final Process process;

    Neighbour(Path home) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Neighbour.class.getName(),
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The other process: joins, tells the url, and leaves when its input ends. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedServer server =
                EmbeddedServer.join(Path.of(args[0]), atMost -> TimeUnit.NANOSECONDS.sleep(atMost.toNanos()))) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(server.url("postgres"));
            System.in.read();
        }
    }

    /** Waits until it has joined. Its log may come first. */
    String url() throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (!Objects.requireNonNull(line, "the other process ended").startsWith("jdbc:")) {
            line = output.readLine();
        }
        return line;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Has the process leave, and waits until it has. */
    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
