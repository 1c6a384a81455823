package dev.migrate.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigDirectoryTest {

    @TempDir
    Path home;

    @Test
    void refuses_what_is_no_directory() throws IOException {
        assertRefused(
                "config",
                "there is no config directory at config: give one with --config=DIR or run in a directory that has one");
        Files.writeString(home.resolve("config"), "");
        assertRefused(
                "config",
                "there is no config directory at config: give one with --config=DIR or run in a directory that has one");
    }

    @Test
    void refuses_a_directory_without_what_belongs_in_it() throws IOException {
        Files.createDirectories(home.resolve("config/jobs"));
        assertRefused("config", "config is no config directory: it has no application.yml; create it there");
        Files.delete(home.resolve("config/jobs"));
        Files.writeString(home.resolve("config/application.yaml"), "");
        assertRefused("config", "config is no config directory: it has no directory jobs; create it there");
        Files.writeString(home.resolve("config/application.yml"), "");
        assertRefused("config", "config has both application.yml and application.yaml: keep one of them");
    }

    @Test
    void shows_paths_as_a_user_would_type_them() throws IOException {
        create("config");
        assertThat(open("config").shownJobs()).isEqualTo("config/jobs");
        assertThat(open("./x/../config/").shownJobs()).isEqualTo("config/jobs");
        assertThat(open(home.resolve("config").toString()).shownJobs()).isEqualTo("config/jobs");
        create(".");
        assertThat(open(".").shownJobs()).isEqualTo("jobs");

        Path elsewhere = home.resolve("config");
        assertThat(new ConfigDirectory(elsewhere, home.resolve("jobs")).shownJobs())
                .isEqualTo(elsewhere.resolve("jobs").toString());
    }

    @Test
    void refuses_two_files_of_one_name() throws IOException {
        create("config");
        Files.writeString(home.resolve("config/jobs/a.yml"), "");
        Files.writeString(home.resolve("config/jobs/a.yaml"), "");
        assertThatThrownBy(() -> open("config").jobFiles())
                .isInstanceOf(UserMistake.class)
                .hasMessage("config/jobs/a.yaml and a.yml are both jobs named a: rename one of them");
    }

    @Test
    void refuses_names_that_no_job_can_have() throws IOException {
        create("config");
        Files.writeString(home.resolve("config/jobs/" + "x".repeat(100) + ".yml"), "");
        assertThat(open("config").jobFiles()).containsOnlyKeys("x".repeat(100));

        Files.writeString(home.resolve("config/jobs/" + "y".repeat(101) + ".yml"), "");
        Files.writeString(home.resolve("config/jobs/a\nb.yml"), "");
        assertThatThrownBy(() -> open("config").jobFiles())
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(mistake.sentences())
                                .containsExactly(
                                        "config/jobs/a?b.yml: the name of a job has at most 100 characters, none of them a"
                                                + " control character; rename the file",
                                        "config/jobs/" + "y".repeat(101)
                                                + ".yml: the name of a job has at most 100 characters,"
                                                + " none of them a control character; rename the file"));
    }

    private void create(String directory) throws IOException {
        Files.createDirectories(home.resolve(directory).resolve("jobs"));
        Files.writeString(home.resolve(directory).resolve("application.yml"), "migrate: {}");
    }

    private ConfigDirectory open(String path) {
        return new ConfigDirectory(Path.of(path), home);
    }

    private void assertRefused(String path, String sentence) {
        assertThatThrownBy(() -> open(path)).isInstanceOf(UserMistake.class).hasMessage(sentence);
    }
}
