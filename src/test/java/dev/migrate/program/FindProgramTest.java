package dev.migrate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindProgramTest {

    @TempDir
    Path directory;

    private FindProgram find;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(directory.resolve("bin/directory"));
        make("bin/there").toFile().setExecutable(true);
        make("bin/plain");
        make("here");
        find = new FindProgram(directory, "/nowhere::bin");
    }

    @Test
    void finds_programs_along_the_path_and_from_the_directory() {
        assertThatCode(() -> find.demand(List.of("there", "argument"))).doesNotThrowAnyException();
        assertThatCode(() -> find.demand(List.of("./bin/there"))).doesNotThrowAnyException();
        assertThatCode(() -> find.demand(List.of(directory + "/bin/there"))).doesNotThrowAnyException();
    }

    @Test
    void the_files_of_a_command_are_those_below_the_directory() {
        assertThat(find.files(List.of("here", "x", "here", "./here", "bin/plain", "bin", "../here", "/bin/sh", "a\0b")))
                .containsExactly(directory.resolve("here"), directory.resolve("bin/plain"));
        assertThat(find.files(List.of("here", "x"))).isEmpty();
        assertThat(find.files(List.of("./here", "x"))).containsExactly(directory.resolve("here"));
        FindProgram roundabout = new FindProgram(directory.resolve("bin/.."), "/nowhere");
        assertThat(roundabout.files(List.of("./here"))).containsExactly(directory.resolve("here"));
    }

    @Test
    void says_why_a_program_cannot_be_started() {
        refused("there is no program \"thre\" in the directories of PATH; install it, or write where it is", "thre");
        refused(
                "there is no program \"here\" in the directories of PATH; install it, or write where it is: ./here",
                "here");
        refused("there is no program \"plain\" in the directories of PATH", "plain");
        refused("there is no program \"directory\" in the directories of PATH", "directory");
        refused("there is no program " + directory.resolve("bin/thre") + ":", "bin/thre");
        refused(directory.resolve("here") + " is not executable: chmod +x it", "./here");
        refused(directory.resolve("bin") + " is not a program but a directory", "./bin");
        refused("the command is empty");
        refused("the command is empty", " ");
        refused("zero character", "there", "a\0b");
        refused("there is no program", "a\0b".replace("\0", "\u0001"));
    }

    private void refused(String sentence, String... command) {
        assertThatThrownBy(() -> find.demand(List.of(command)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private Path make(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "#!/bin/sh\n");
    }
}
