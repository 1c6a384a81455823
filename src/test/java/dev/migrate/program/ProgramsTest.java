package dev.migrate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.run.Wakeup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Programs programs;

    @BeforeEach
    void open() {
        programs = new Programs(directory, new Wakeup());
    }

    @AfterEach
    void close() {
        programs.close();
    }

    @Test
    void gives_the_arguments_as_they_are_and_starts_in_the_directory() throws Exception {
        try (RunningProgram program = shell("printf '%s|' \"$@\"; pwd", "a b", "$HOME", "'", "", "*")) {
            assertThat(new String(program.stdout().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("a b|$HOME|'||*|" + directory.toRealPath() + "\n");
        }
    }

    @Test
    void appends_output_and_errors_to_a_file_and_gives_nothing_to_read() throws Exception {
        Path output = Files.writeString(directory.resolve("log"), "before\n");
        try (RunningProgram program =
                programs.start(List.of("sh", "-c", "cat; echo out; echo err >&2; exit 3"), output)) {
            assertThat(program.ends(LONG)).isTrue();
            assertThat(program.exitCode()).isEqualTo(3);
            assertThat(program.ending()).isEqualTo("exited with 3");
        }
        assertThat(output).hasContent("before\nout\nerr\n");
    }

    @Test
    void tells_which_signal_killed_it() throws Exception {
        try (RunningProgram program = shell("kill -9 $$")) {
            assertThat(program.ends(LONG)).isTrue();
            assertThat(program.ending()).isEqualTo("was killed by signal 9 (exit code 137)");
        }
    }

    @Test
    void stops_what_the_program_started_too_and_leaves_it_time_to_end() throws Exception {
        try (RunningProgram program = shell(
                "(trap 'sleep 0.2; echo tidied > tidied; exit' TERM; sleep 1000 & echo $$ > ready; wait) & wait")) {
            await().until(() -> Files.exists(directory.resolve("ready")));

            program.stop(LONG);

            assertThat(program.isAlive()).isFalse();
            assertThat(directory.resolve("tidied")).exists();
        }
    }

    @Test
    void kills_what_does_not_heed_the_wish_to_stop() throws Exception {
        try (RunningProgram program = shell("trap '' TERM; sh -c 'echo $$ > deaf; while :; do sleep 1; done' & wait")) {
            ProcessHandle deaf = process("deaf");

            program.stop(Duration.ofMillis(100));

            assertThat(program.isAlive()).isFalse();
            await().until(() -> !deaf.isAlive());
        }
    }

    @Test
    void kills_what_a_program_leaves_behind() throws Exception {
        ProcessHandle left;
        try (RunningProgram program = shell("sleep 1000 & echo $! > left")) {
            left = process("left");
            assertThat(program.ends(LONG)).isTrue();
            assertThat(left.isAlive()).isTrue();
        }
        await().until(() -> !left.isAlive());
    }

    @Test
    void kills_everything_when_the_guard_sees_this_process_end() throws Exception {
        RunningProgram program = shell("sleep 1000 & echo $! > child; wait");
        ProcessHandle child = process("child");

        programs.close();

        assertThat(program.ends(LONG)).isTrue();
        await().until(() -> !child.isAlive());
        program.close();
    }

    @Test
    void begins_no_program_that_nobody_would_kill() {
        Programs unguarded = new Programs(
                directory, new Wakeup(), "/usr/bin:/bin", prefix -> new Guard(List.of("/no/such/program")));

        assertThatThrownBy(() -> unguarded.start(List.of("sh", "-c", "echo > begun; sleep 1000")))
                .isInstanceOf(IOException.class);

        assertThat(directory.resolve("begun")).doesNotExist();
    }

    @Test
    void leaves_a_program_alone_that_has_ended_before() throws Exception {
        RunningProgram first = shell("exit 0");
        assertThat(first.ends(LONG)).isTrue();
        first.close();
        first.close();
        try (RunningProgram second = shell("cat")) {
            assertThat(second.ends(Duration.ofMillis(100))).isFalse();
            second.stdin().close();
            assertThat(second.ends(LONG)).isTrue();
            assertThat(second.exitCode()).isZero();
        }
    }

    @Test
    void gets_a_new_guard_for_one_that_was_killed() throws Exception {
        RunningProgram first = shell("exec sleep 1000");
        ProcessHandle guard = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("change target"))
                .reduce((a, b) -> b)
                .orElseThrow();
        guard.destroyForcibly();
        guard.onExit().join();
        RunningProgram second = shell("exec sleep 1000");

        programs.close();

        assertThat(first.ends(LONG)).isTrue();
        assertThat(second.ends(LONG)).isTrue();
    }

    private RunningProgram shell(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        return programs.start(command);
    }

    /** Whose number a program wrote to a file. */
    private ProcessHandle process(String file) {
        Path path = directory.resolve(file);
        await().until(() -> Files.exists(path) && Files.readString(path).endsWith("\n"));
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(path).strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
