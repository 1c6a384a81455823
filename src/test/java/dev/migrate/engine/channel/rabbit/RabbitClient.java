package dev.migrate.engine.channel.rabbit;

import dev.migrate.testing.TestRabbit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A process that uses RabbitMQ. */
final class RabbitClient implements AutoCloseable {

    final UUID repository = UUID.randomUUID();
    final RabbitTransport transport;
    private final GenericApplicationContext application = new GenericApplicationContext();
    private final RabbitConnections connections;

    RabbitClient(Map<String, Object> settings) {
        application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("application.yml", settings));
        application.refresh();
        connections = new RabbitConnections(application);
        transport = new RabbitTransport(connections, repository);
    }

    /** With the right settings for a server. */
    static RabbitClient of(TestRabbit server) {
        return new RabbitClient(settings(server, Map.of()));
    }

    static Map<String, Object> settings(TestRabbit server, Map<String, Object> others) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "spring.rabbitmq.host", "127.0.0.1",
                "spring.rabbitmq.port", server.port(),
                "spring.rabbitmq.username", "manager",
                "spring.rabbitmq.password", "secret"));
        settings.putAll(others);
        return settings;
    }

    /** A transport in whose processes requests may wait for a thread for so long only. */
    RabbitTransport impatient(Duration longestWait) {
        return new RabbitTransport(connections, repository, longestWait);
    }

    /** A way to the server past the transport. */
    RabbitTemplate direct() {
        return new RabbitTemplate(connections.factory());
    }

    RequestQueue queue(long instance) {
        return RequestQueue.of(repository, instance);
    }

    @Override
    public void close() {
        connections.close();
        application.close();
    }
}
