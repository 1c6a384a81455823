package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.ResultStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest {

    /** Nothing that Spring could start from: a command that tried would fail. */
    private static final class NoApplication {}

    private final CapturedConsole captured = new CapturedConsole();

    private int run(String... words) {
        return new CommandLineTool(NoApplication.class, captured.console()).run(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "worker",
                "plan",
                "jobs",
                "status",
                "findings",
                "failed",
                "stop",
                "restart",
                "abandon",
                "throttle",
                "serve"
            })
    void help_is_as_it_is_written_down(String command) throws IOException {
        assertThat(command.isEmpty() ? run("--help") : run(command, "--help")).isZero();
        String golden = "help" + (command.isEmpty() ? "" : "-" + command) + ".txt";
        assertThat(captured.out().lines()).containsExactlyElementsOf(lines(golden));
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void the_version_is_told_without_starting_anything() {
        assertThat(run("--version")).isZero();
        assertThat(captured.out()).startsWith("migrate ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--wrokers=2 job=x | there is no option --wrokers here; did you mean --workers?",
                "job=x --frobnicate | there is no option --frobnicate here; --help lists those there are",
                "--workers=2 plan job=x | there is no option --workers here; --help lists those there are",
                "job=x --workers=1001 | --workers: \"1001\" is not a whole number from 0 to 1,000",
                "worker --workers=0 | --workers: \"0\" is not a whole number from 1 to 1,000",
                "worker job=x | \"job=x\" is one word too many; --help tells what can be written here",
                "job=x --workers=two | --workers: \"two\" is not a whole number from 0 to 1,000",
                "job=x --partitions=-1 | --partitions: \"-1\" is not a whole number from 1 to 1,000,000",
                "job=x --workers | the value of --workers is missing; --help tells what to write",
                "job=x --json=yes | --json takes no value; write it alone",
                "job=x --workers=1 --workers=2 | --workers is given twice; give it once",
                "job=x --transport=pigeon | --transport: there is no transport \"pigeon\"; known are postgres, local, rabbitmq",
                "plan | say which job with job=NAME; the command \"jobs\" lists those defined here, and --help tells the rest",
                "job=x y | \"y\" is neither a command nor key=value; --help tells what can be written here",
                "status x | EXECUTION: \"x\" is not the number of an execution; status lists them",
                "status 1 2 | \"2\" is one word too many; --help tells what can be written here",
                "status --json | --json, --partitions and --watch are about one execution; give its number, which status without them lists",
                "findings | the EXECUTION is missing; --help tells what to write",
                "findings 1 --format=xml | --format: there is no format \"xml\"; known are table, json, csv and sql",
                "failed 1 --json | --workers, --transport, --json, --quiet, --dashboard and --report are about doing rows again; give --retry too, or choose how to list them with --format",
                "failed 1 --retry --format=csv | --format is about listing rows; leave out that or --retry",
                "job=x --config=nowhere | there is no config directory at nowhere: give one with --config=DIR or run in a directory that has one",
            })
    void what_is_mistyped_gets_one_sentence(String words, String sentence) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(captured.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void an_application_file_that_is_no_yaml_is_told_before_anything_starts(@TempDir Path config) throws IOException {
        Files.createDirectory(config.resolve("jobs"));
        Files.writeString(config.resolve("application.yml"), "migrate: [\n");
        assertThat(run("jobs", "--config=" + config)).isEqualTo(2);
        assertThat(captured.err())
                .startsWith(config.resolve("application.yml") + ":")
                .hasLineCount(1);
    }

    @Test
    void a_bug_is_one_sentence_and_a_stack_trace_only_when_asked_for(@TempDir Path config) throws IOException {
        Files.createDirectory(config.resolve("jobs"));
        Files.writeString(config.resolve("application.yml"), "migrate: {}\n");
        assertThat(run("jobs", "--config=" + config)).isEqualTo(1);
        assertThat(captured.err())
                .startsWith("Internal error: ")
                .endsWith("; run again with --debug to see where" + System.lineSeparator())
                .hasLineCount(1);
        assertThat(run("jobs", "--config=" + config, "--debug")).isEqualTo(1);
        assertThat(captured.err()).contains("\tat dev.migrate.cli.Startup");
    }

    @Test
    void a_result_that_standard_output_does_not_take_is_told() {
        assertThat(versionTo("No space left on device")).isEqualTo(1);
        assertThat(captured.err())
                .isEqualToIgnoringNewLines(
                        "standard output took no more, so not everything was printed; run the same again");
    }

    @Test
    void a_reader_that_wants_no_more_is_no_mistake() {
        assertThat(versionTo("Broken pipe")).isZero();
        assertThat(captured.err()).isEmpty();
    }

    private int versionTo(String trouble) {
        OutputStream troubled = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(trouble);
            }
        };
        Console console =
                new Console(new ResultStream(troubled), captured.console().err(), 0);
        return new CommandLineTool(NoApplication.class, console).run("--version");
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream golden = Objects.requireNonNull(CommandLineToolTest.class.getResourceAsStream(file), file)) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
