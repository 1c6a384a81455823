package dev.migrate;

import dev.migrate.cli.CommandLineTool;
import dev.migrate.cli.display.Console;
import dev.migrate.engine.JobRunner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Starts Migrate. */
// Says what it takes from Spring Boot instead of having all be looked through at each start. What only some commands
// need, RabbitMQ and the dashboard, has a context of its own that is made when such a command asks for it.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    SslAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
@Import(Wiring.class)
@ComponentScan(
        basePackageClasses = {CommandLineTool.class, JobRunner.class},
        resourcePattern = "*Configuration.class")
public final class MigrateApplication {

    // Boot makes in the background what a web application is going to need. Here it is in the way.
    private static final String BACKGROUND_WORK_IS_OFF = "spring.backgroundpreinitializer.ignore";

    /** Does what the command line says, and ends with its exit code. */
    public static void main(String[] args) {
        System.setProperty(BACKGROUND_WORK_IS_OFF, "true");
        System.exit(new CommandLineTool(MigrateApplication.class, Console.ofProcess()).run(args));
    }
}
