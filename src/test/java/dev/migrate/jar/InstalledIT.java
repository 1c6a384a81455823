package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, installed by the script and started by its launcher. */
@Tag("process")
class InstalledIT {

    private static final Path SCRIPT = Path.of("scripts/install").toAbsolutePath();

    @TempDir
    private Path home;

    @Test
    void it_starts_from_an_archive_of_classes_and_still_does_where_that_does_not_suit() throws IOException {
        Path jobs = Files.createDirectories(home.resolve("config/jobs"));
        Files.writeString(home.resolve("config/application.yml"), "migrate: {}\n");
        Files.writeString(jobs.resolve("greet.yml"), "type: command\ncommand: [\"true\"]\npartitions: 1\n");
        MigrateJar shell = new MigrateJar(home);

        Ended installed =
                shell.type("'" + SCRIPT + "' place '" + MigrateJar.FILE + "'").with(0);
        assertThat(installed.err()).isEmpty();
        Ended listed = shell.type("JDK_JAVA_OPTIONS=-Xlog:class+load:file=loaded.txt place/migrate jobs")
                .with(0);
        assertThat(listed.out()).contains("greet");
        assertThat(Files.readString(home.resolve("loaded.txt")))
                .contains("dev.migrate.MigrateApplication source: shared objects file (top)");

        Files.move(home.resolve("place"), home.resolve("its new place"));
        Ended moved = shell.type("'its new place/migrate' jobs").with(0);
        assertThat(moved.out()).startsWith("JOB");
        assertThat(moved.err()).isEmpty();
        assertThat(shell.type("'its new place/migrate' job=greet").with(0).out())
                .contains(": COMPLETED");
    }
}
