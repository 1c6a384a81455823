package dev.migrate.chaos.server;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.migrate.testing.TestRabbit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/** A RabbitMQ of its own. */
public final class RabbitBroker implements Broker {

    private static final String SETTINGS = """
            spring:
              rabbitmq: {host: 127.0.0.1, port: %d, username: manager, password: secret}
            """;

    private final TestRabbit server = TestRabbit.running();

    @Override
    public String settings() {
        return SETTINGS.formatted(server.port());
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void crash() {
        server.kill();
    }

    @Override
    public void publish(String queue, String json) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(server.port());
        factory.setUsername("manager");
        factory.setPassword("secret");
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.basicPublish("", queue, MessageProperties.BASIC, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.kill();
    }
}
