package dev.migrate;

import dev.migrate.cli.CommandLineTool;
import dev.migrate.cli.display.Console;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;

/** Starts Migrate. */
// The engine makes its channels itself, so nothing that Spring Integration would look for is there to be found; and
// what a
// run with RabbitMQ needs, it makes when there is such a run.
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {IntegrationAutoConfiguration.class, RabbitAutoConfiguration.class})
public class MigrateApplication {

    /** Does what the command line says, and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLineTool(MigrateApplication.class, Console.ofProcess()).run(args));
    }
}
