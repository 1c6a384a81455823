package dev.migrate.engine.channel.rabbit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.ChannelProxy;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.messaging.Message;

/** A message that was brought and not yet acknowledged. Thread-safe. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Channel channel;
    private final long tag;
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();

    /** A message that an inbound adapter has brought. */
    Delivery(Message<?> message) {
        this.channel = physical(Objects.requireNonNull(message.getHeaders().get(AmqpHeaders.CHANNEL, Channel.class)));
        this.tag = Objects.requireNonNull(message.getHeaders().get(AmqpHeaders.DELIVERY_TAG, Long.class));
    }

    /** Spring's wrapper would open another channel when this one is closed, and the tag is worth nothing there. */
    private static Channel physical(Channel channel) {
        return channel instanceof ChannelProxy proxy ? proxy.getTargetChannel() : channel;
    }

    /** Acknowledges it, once; false if that was done before, or if the server has taken the message back. */
    boolean take() {
        return taken.complete(true) && acknowledge();
    }

    /** If nobody has taken it by then, acknowledges it and has it forgotten. */
    void dropAfter(Duration patience, Runnable forget) {
        CompletableFuture<Void> unused = taken.completeOnTimeout(false, patience.toNanos(), TimeUnit.NANOSECONDS)
                .thenAccept(inTime -> {
                    if (!inTime) {
                        acknowledge();
                        forget.run();
                    }
                });
    }

    private boolean acknowledge() {
        try {
            channel.basicAck(tag, false);
            return true;
        } catch (IOException | ShutdownSignalException e) {
            LOG.debug("A delivery is not ours any more", e);
            return false;
        }
    }
}
