package dev.migrate.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description = "The config directory: application.yml and jobs/. Default: ${DEFAULT-VALUE}.")
    private Path config = Path.of("config");

    @Option(names = "--debug", description = "Log what happens; show where an error came from.")
    private boolean debug;

    Path config() {
        return config;
    }

    boolean debug() {
        return debug;
    }
}
