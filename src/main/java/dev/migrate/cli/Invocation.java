package dev.migrate.cli;

import dev.migrate.cli.display.Console;
import dev.migrate.definition.ConfigDirectory;

/**
 * What the application is started for.
 *
 * @param workers threads that will work in this process
 */
public record Invocation(ConfigDirectory directory, int workers, Console console) {}
