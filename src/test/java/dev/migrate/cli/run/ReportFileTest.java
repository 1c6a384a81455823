package dev.migrate.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    private Path directory;

    @Test
    void writes_the_whole_text_in_place_of_what_was_there() throws IOException {
        Path file = Files.writeString(directory.resolve("report.json"), "something old and long");
        ReportFile.at(file).write("{}");
        assertThat(file).hasContent("{}\n");
        assertThat(directory).isDirectoryContaining("glob:**report.json").isNotEmptyDirectory();
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void trying_leaves_nothing_behind() {
        ReportFile.at(directory.resolve("report.json"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_written_is_told_before_the_run() {
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(() -> ReportFile.at(directory))
                .withMessage("--report=" + directory + " is a directory; name a file");
        Path file = directory.resolve("none/report.json");
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(() -> ReportFile.at(file))
                .withMessage(
                        "--report=" + file + " cannot be written; name a file in a directory that you may write to");
    }
}
