package dev.migrate.engine.channel.rabbit;

import dev.migrate.job.UserMistake;
import java.util.stream.Stream;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What Spring Boot makes of {@code spring.rabbitmq}, in a context of its own: a process that uses no RabbitMQ does not pay
 * for it when it starts. Connects to nothing by itself. Thread-safe; closing it closes the connections.
 */
public final class RabbitConnections implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /**
     * Reads the settings.
     *
     * @throws UserMistake if they cannot be used
     */
    public RabbitConnections(ApplicationContext application) {
        context.setParent(application);
        context.register(RabbitAutoConfiguration.class);
        try {
            context.refresh();
        } catch (BeansException e) {
            throw new UserMistake(sentence(e), e);
        }
    }

    private static String sentence(BeansException e) {
        return "RabbitMQ cannot be used as application.yml has it: " + reason(e) + "; put it right";
    }

    /** Does not repeat a setting's value: it may be a secret in the wrong place. */
    private static String reason(BeansException e) {
        return causes(e)
                .filter(BindException.class::isInstance)
                .map(cause -> ((BindException) cause).getProperty())
                .flatMap(Stream::ofNullable)
                .map(property -> property.getName() + " is set to what it cannot be")
                .findFirst()
                .orElseGet(() -> causes(e).reduce(e, (cause, deeper) -> deeper).getMessage());
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(50);
    }

    CachingConnectionFactory factory() {
        return context.getBean(CachingConnectionFactory.class);
    }

    RabbitConnectionDetails details() {
        return context.getBean(RabbitConnectionDetails.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
