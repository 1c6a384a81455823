package dev.migrate.cli;

import dev.migrate.cli.display.Console;
import dev.migrate.definition.ConfigDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Spring for a command that needs it, and stops it when the command is done. */
final class Startup {

    private static final Map<String, Object> BATCH = Map.of(
            "spring.batch.job.enabled", "false",
            "spring.batch.jdbc.table-prefix", "migrate.batch_",
            "spring.batch.jdbc.initialize-schema", "never",
            "spring.batch.jdbc.isolation-level-for-create", "read_committed");

    private static final Map<String, Object> LOG = Map.of(
            "logging.charset.console", "UTF-8",
            "logging.pattern.console", "%d{HH:mm:ss} %-5level %logger{0}: %msg%n${logging.exception-conversion-word}",
            "logging.exception-conversion-word", "%nopex",
            "logging.level.root", "warn",
            "logging.level.com.zaxxer.hikari", "error",
            // They log with a stack trace what is told in a sentence.
            "logging.level.org.springframework.batch.core", "off",
            "logging.level.org.springframework.boot.SpringApplication", "off");

    private static final Map<String, Object> DEBUG = Map.of(
            "logging.exception-conversion-word", "%ex",
            "logging.level.dev.migrate", "debug",
            "logging.level.org.springframework.batch.core", "warn",
            "logging.level.org.springframework.amqp", "warn");

    private final Class<?> application;
    private final Console console;
    private final List<String> springOptions;

    Startup(Class<?> application, Console console, List<String> springOptions) {
        this.application = application;
        this.console = console;
        this.springOptions = List.copyOf(springOptions);
    }

    /** Does work with the application, with {@code workers} threads at most. */
    int with(CommonOptions options, int workers, Work work) throws Exception {
        ConfigDirectory directory = new ConfigDirectory(options.config());
        directory.demandReadable();
        Invocation invocation = new Invocation(directory, workers, console);
        try (ConfigurableApplicationContext context =
                application(invocation, options.debug()).run(springOptions.toArray(String[]::new))) {
            return work.with(context::getBean);
        }
    }

    private SpringApplication application(Invocation invocation, boolean debug) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .properties(properties(invocation.directory(), debug))
                .initializers(context -> context.getBeanFactory().registerSingleton("invocation", invocation))
                .build();
    }

    private static Map<String, Object> properties(ConfigDirectory directory, boolean debug) {
        Map<String, Object> properties = new LinkedHashMap<>(BATCH);
        properties.putAll(LOG);
        properties.put("spring.config.location", directory.path().toUri().toString());
        if (debug) {
            properties.putAll(DEBUG);
        }
        return properties;
    }
}
