package dev.migrate.engine.channel.rabbit;

import dev.migrate.engine.channel.ChannelAway;
import dev.migrate.engine.channel.Offers;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.integration.amqp.outbound.AmqpOutboundEndpoint;
import org.springframework.messaging.support.GenericMessage;

/** Puts the requests of a job instance into its queue, and keeps the queue short. Thread-safe. */
final class RabbitOffers implements Offers {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitOffers.class);
    private static final int WINDOW = 1_000;

    private final Broker broker;
    private final RequestQueue queue;
    private final AmqpOutboundEndpoint sender;

    RabbitOffers(Broker broker, RequestQueue queue) {
        this.broker = broker;
        this.queue = queue;
        this.sender = sender();
    }

    private AmqpOutboundEndpoint sender() {
        AmqpOutboundEndpoint endpoint = new AmqpOutboundEndpoint(broker.template());
        endpoint.setExchangeName("");
        endpoint.setRoutingKey(queue.name());
        endpoint.setBeanFactory(new StaticListableBeanFactory());
        endpoint.afterPropertiesSet();
        return endpoint;
    }

    /** Makes the queue if it is not there, or not any more. */
    @Override
    public int room() {
        return Math.max(0, WINDOW - broker.ask(queue::declare));
    }

    @Override
    public void offer(List<StepExecutionRequest> requests) {
        if (!requests.isEmpty() && !isKept(requests)) {
            throw broker.away("it does not keep them");
        }
    }

    /** Whether the server says that it keeps them. If it does not, or says nothing, the queue is made anew. */
    private boolean isKept(List<StepExecutionRequest> requests) {
        boolean kept = false;
        try {
            kept = send(requests);
            return kept;
        } finally {
            if (!kept) {
                // So it goes for ever with a queue that was made just before its server was killed.
                close();
            }
        }
    }

    /** Sends them all, then waits once; false if the server says that it has not kept them. */
    private boolean send(List<StepExecutionRequest> requests) {
        return broker.attempt(() -> broker.template().invoke(sending -> {
            requests.forEach(request -> sender.handleMessage(new GenericMessage<>(request)));
            return sending.waitForConfirms(Broker.patience().toMillis());
        }));
    }

    /** Deletes the queue. If that fails, it goes when nobody has used it for a day. */
    @Override
    public void close() {
        try {
            broker.ask(channel -> channel.queueDelete(queue.name()));
        } catch (ChannelAway e) {
            LOG.debug("{} is left to expire", queue.name(), e);
        }
    }
}
