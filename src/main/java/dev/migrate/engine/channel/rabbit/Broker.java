package dev.migrate.engine.channel.rabbit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import dev.migrate.engine.channel.ChannelAway;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.messaging.MessagingException;

/**
 * The RabbitMQ that the settings name. Nothing is connected before it is needed: then one connection to send with, and one
 * to receive with, for a server that is short of memory stops listening on the former. Thread-safe.
 */
final class Broker {

    /** Something asked of the server on a channel. */
    @FunctionalInterface
    interface Request<T> {
        T ask(Channel channel) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    // Whoever waits for longer looks dead himself.
    private static final int LONGEST_WAIT_MILLIS = 5_000;
    private static final int HEARTBEAT_SECONDS = 10;

    private final CachingConnectionFactory connections;
    private final CachingConnectionFactory sending;
    private final RabbitTemplate template;
    private final BrokerTrouble trouble;

    Broker(RabbitConnections settings) {
        this.connections = settings.factory();
        this.trouble = new BrokerTrouble(
                settings.details().getAddresses().stream()
                        .map(address -> address.host() + ":" + address.port())
                        .collect(Collectors.joining(", ")),
                connections.getUsername(),
                connections.getVirtualHost());
        hurry(connections.getRabbitConnectionFactory());
        this.sending = (CachingConnectionFactory) Objects.requireNonNull(connections.getPublisherConnectionFactory());
        this.sending.setCloseTimeout(LONGEST_WAIT_MILLIS);
        this.template = template(sending);
    }

    private static RabbitTemplate template(CachingConnectionFactory sending) {
        sending.setPublisherConfirmType(ConfirmType.SIMPLE);
        sending.setPublisherReturns(true);
        RabbitTemplate template = new RabbitTemplate(sending);
        template.setMandatory(true);
        template.setReturnsCallback(lost -> LOG.debug("{} was gone when a request came for it", lost.getRoutingKey()));
        template.setMessageConverter(new RequestJson());
        return template;
    }

    /** How long a wait for the server may be. */
    static Duration patience() {
        return Duration.ofMillis(LONGEST_WAIT_MILLIS);
    }

    CachingConnectionFactory connections() {
        return connections;
    }

    RabbitTemplate template() {
        return template;
    }

    BrokerTrouble trouble() {
        return trouble;
    }

    /** Asks for something on a channel. */
    <T> T ask(Request<T> request) {
        return attempt(() -> Objects.requireNonNull(template.execute(request::ask)));
    }

    /** Does something with the server; trouble that passes becomes {@link ChannelAway}. */
    <T> T attempt(Supplier<T> action) {
        try {
            return action.get();
        } catch (AmqpException | MessagingException e) {
            // A channel that has not answered never will, and it would be taken again.
            sending.resetConnection();
            throw new ChannelAway(trouble.away(e), e);
        }
    }

    ChannelAway away(String reason) {
        return new ChannelAway(trouble.away(reason));
    }

    private static void hurry(ConnectionFactory rabbit) {
        rabbit.setConnectionTimeout(least(rabbit.getConnectionTimeout(), LONGEST_WAIT_MILLIS));
        rabbit.setHandshakeTimeout(least(rabbit.getHandshakeTimeout(), LONGEST_WAIT_MILLIS));
        rabbit.setChannelRpcTimeout(least(rabbit.getChannelRpcTimeout(), LONGEST_WAIT_MILLIS));
        rabbit.setChannelShouldCheckRpcResponseType(true); // for answers that come after that
        rabbit.setRequestedHeartbeat(least(rabbit.getRequestedHeartbeat(), HEARTBEAT_SECONDS));
    }

    private static int least(int setting, int most) {
        return setting == 0 ? most : Math.min(setting, most);
    }
}
