package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.CapturedConsole;
import dev.migrate.cli.CommandLineTool;
import dev.migrate.cli.Invocation;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What is made for a command: all that is there beyond that costs time at each start. */
class MadeBeansIT {

    private static final String MARK = "made: ";

    // Of Spring's own, which every application has.
    private static final String OF_SPRING = ".*org\\.springframework\\..*|lifecycleProcessor";

    @TempDir
    private static Path directory;

    /** The application, telling each bean that it makes. */
    @Import(MigrateApplication.class)
    static final class Telling {

        @Bean
        static BeanPostProcessor teller(Invocation invocation) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    invocation.console().err().println(MARK + name);
                    return bean;
                }
            };
        }
    }

    @BeforeAll
    static void write_a_config() throws IOException {
        Files.createDirectory(directory.resolve("jobs"));
        Files.writeString(directory.resolve("application.yml"), """
                migrate:
                  repository: {url: "%s"}
                """.formatted(TestServer.freshDatabase()));
    }

    private static List<String> made(String... words) {
        CapturedConsole captured = new CapturedConsole();
        new CommandLineTool(Telling.class, captured.console())
                .run(Stream.concat(Arrays.stream(words), Stream.of("--config=" + directory))
                        .toArray(String[]::new));
        return captured.err()
                .lines()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()))
                .filter(name -> !name.matches(OF_SPRING))
                .toList();
    }

    @Test
    void to_show_is_to_ask_the_repository() {
        assertThat(made("status"))
                .containsExactlyInAnyOrder(
                        "cliConfiguration",
                        "dev.migrate.Wiring",
                        "console",
                        "migrateSettings",
                        "databases",
                        "repository",
                        "explorer",
                        "showStatus");
    }

    @Test
    void to_steer_is_to_write_to_it() {
        assertThat(made("stop", "1")).contains("steering").doesNotContain("explorer", "jobDefinitions", "jobRunner");
    }

    @Test
    void to_list_jobs_takes_no_repository() {
        assertThat(made("jobs"))
                .contains("jobDefinitions")
                .doesNotContain("repository", "jdbcTemplate", "transactionManager", "engineConfiguration");
    }
}
