package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.cli.CapturedConsole;
import dev.migrate.cli.CommandLineTool;
import dev.migrate.database.settings.MigrateSettings;
import dev.migrate.definition.ApplicationSettings;
import dev.migrate.definition.ConfigDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

/** What strangers read first is right: the files in config/ and the commands in README.md. */
class ReadmeTest {

    private static final Path CONFIG = Path.of("config");
    private static final Path README = Path.of("README.md");
    private static final String COMMAND = "java -jar target/migrate.jar ";

    private static final String UNDERSTOOD = "there is no config directory at nowhere";

    private final CapturedConsole captured = new CapturedConsole();

    @Test
    void the_settings_in_config_bind() {
        ApplicationSettings settings = new ApplicationSettings(new ConfigDirectory(CONFIG), new StandardEnvironment());
        MigrateSettings migrate = settings.below("migrate", MigrateSettings.class);
        assertThat(migrate.databases())
                .containsOnlyKeys("primary", "replica")
                .allSatisfy((name, database) -> assertThat(CONFIG.resolve(String.valueOf(database.initScript())))
                        .isRegularFile());
    }

    @Test
    void every_job_in_config_is_defined_without_a_mistake() throws IOException {
        assertThat(run("jobs")).as(captured::err).isZero();
        assertThat(captured.out()).contains(jobs()).doesNotContain("?");
    }

    @Test
    void the_commands_in_the_readme_can_be_typed() throws IOException {
        assumeTrue(Files.exists(README), "there is a README.md");
        List<String> commands = commands(Files.readString(README));
        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(answer(command)).startsWith(UNDERSTOOD));
        assertThat(commands.stream().flatMap(ReadmeTest::words).filter(word -> word.startsWith("job=")))
                .isSubsetOf(Stream.of(jobs()).map(job -> "job=" + job).toList());
    }

    @Test
    void a_command_that_cannot_be_typed_is_noticed() {
        List<String> commands = commands("""
                ```
                $ java -jar target/migrate.jar job=check --rest   # anew
                ```
                Or `java -jar target/migrate.jar nonsense`, which is no block.
                """);
        assertThat(commands).containsExactly("job=check --rest");
        assertThat(answer(commands.get(0))).startsWith("there is no option --rest");
    }

    private static List<String> commands(String text) {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^\\$ ", ""))
                .filter(line -> line.startsWith(COMMAND))
                .map(line -> line.substring(COMMAND.length()).replaceFirst("\\s+#.*", ""))
                .toList();
    }

    /** What the tool says to the words where it finds no config: it reads all of them before it looks for that. */
    private String answer(String command) {
        CapturedConsole answer = new CapturedConsole();
        Stream<String> words = words(command).filter(word -> !word.startsWith("--config="));
        new CommandLineTool(MigrateApplication.class, answer.console())
                .run(Stream.concat(words, Stream.of("--config=nowhere")).toArray(String[]::new));
        return answer.err();
    }

    private static Stream<String> words(String command) {
        return Stream.of(command.split("\\s+"));
    }

    private static String[] jobs() throws IOException {
        try (Stream<Path> files = Files.list(CONFIG.resolve("jobs"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.ya?ml$", ""))
                    .toArray(String[]::new);
        }
    }

    private int run(String... words) {
        return new CommandLineTool(MigrateApplication.class, captured.console()).run(words);
    }
}
