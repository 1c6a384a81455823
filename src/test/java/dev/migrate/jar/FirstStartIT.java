package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the very first command while the embedded server is being made. */
@Tag("process")
class FirstStartIT {

    private static final List<String> MARKS =
            List.of("postgresql-.*\\.unfinished", "data\\.unfinished", "data/postmaster\\.pid");

    @TempDir
    private Path home;

    @Test
    void the_same_command_succeeds_after_it_was_killed_at_its_start() throws IOException {
        writeConfig();
        MigrateJar migrate = new MigrateJar(home);
        for (String mark : MARKS) {
            try (Started process = migrate.start("job=check")) {
                process.waitUntil(() -> exists(mark));
                process.signal("KILL");
                process.end().with(Ended.KILLED);
            }
        }
        Ended ended = migrate.run("job=check").with(3);
        assertThat(ended.out()).contains(": COMPLETED", "1 missing, 1 extra, 1 different");
        assertThat(EmbeddedServers.in(home)).isZero();
    }

    private void writeConfig() throws IOException {
        Files.createDirectories(home.resolve("config/jobs"));
        Files.writeString(home.resolve("config/application.yml"), """
                migrate:
                  databases:
                    primary: {init-script: primary.sql}
                    replica: {init-script: replica.sql}
                """);
        String table = "create table item (id int primary key, title text);\ninsert into item values ";
        Files.writeString(home.resolve("config/primary.sql"), table + "(1, 'a'), (2, 'b'), (3, 'c');\n");
        Files.writeString(home.resolve("config/replica.sql"), table + "(1, 'a'), (2, 'x'), (4, 'd');\n");
        Files.writeString(home.resolve("config/jobs/check.yml"), """
                type: compare
                source: {database: primary, table: item}
                target: {database: replica, table: item}
                """);
    }

    private boolean exists(String mark) throws IOException {
        Path server = home.resolve(".migrate");
        if (!Files.isDirectory(server)) {
            return false;
        }
        try (Stream<Path> paths = Files.find(
                server,
                2,
                (path, attributes) -> server.relativize(path).toString().matches(mark))) {
            return paths.findAny().isPresent();
        } catch (UncheckedIOException goneWhileLookedAt) {
            return false;
        }
    }
}
