package dev.migrate.cli.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Spring Boot's logging as it is, but to stderr, for results go to stdout; and without those who tell at length what users are
 * told in a sentence. Not a file for Logback: reading XML takes longer than most commands.
 */
public final class LogToStderr extends LogbackLoggingSystem {

    private static final List<String> TOLD_IN_A_SENTENCE = List.of(
            "org.springframework.boot.diagnostics",
            "org.springframework.context.annotation.AnnotationConfigApplicationContext",
            "org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext",
            // They repeat what they cannot read of a url, which may be its password.
            "org.postgresql.Driver",
            "org.postgresql.util.PGPropertyUtil",
            // They log each try to reach a RabbitMQ that is away, with a stack trace.
            "org.springframework.amqp",
            "com.rabbitmq",
            // They tell of lost connections that are waited for.
            "org.springframework.jdbc.support.JdbcTransactionManager",
            "org.springframework.transaction.support.TransactionTemplate",
            // It logs each address that is asked for and does not exist.
            "org.springframework.web.servlet.PageNotFound");

    private LogToStderr(ClassLoader classLoader) {
        super(classLoader);
    }

    @Override
    protected void loadDefaults(LoggingInitializationContext context, @Nullable LogFile file) {
        super.loadDefaults(context, file);
        Appender<ILoggingEvent> console = ((Logger) LoggerFactory.getLogger(ROOT_LOGGER_NAME)).getAppender("CONSOLE");
        if (console instanceof ConsoleAppender<ILoggingEvent> appender) {
            appender.setTarget(ConsoleTarget.SystemErr.getName());
            appender.start();
        }
        TOLD_IN_A_SENTENCE.forEach(name -> setLogLevel(name, LogLevel.OFF));
    }

    /** Found by Spring Boot before its own, which is for the same Logback. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Factory implements LoggingSystemFactory {

        @Override
        public LoggingSystem getLoggingSystem(ClassLoader classLoader) {
            return new LogToStderr(classLoader);
        }
    }
}
