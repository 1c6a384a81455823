package dev.migrate.database.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** PostgreSQL's programs as the jar brings them, for tests that need a server of their own. They run as root, too. */
public final class ServerPrograms {

    private final Programs programs;

    private ServerPrograms(Programs programs) {
        this.programs = programs;
    }

    /** Unpacked in {@code target/}, once for all tests. */
    public static ServerPrograms unpacked() throws IOException, InterruptedException {
        return new ServerPrograms(Programs.in(new Home(Path.of("target"))));
    }

    /** Runs {@code initdb} or {@code pg_ctl} to its end; throws with what it said if it fails. */
    public void run(String program, String... arguments) throws IOException, InterruptedException {
        programs.run(program, arguments);
    }
}
