package dev.migrate.engine.channel.rabbit;

import dev.migrate.engine.channel.ChannelAway;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.listener.AsyncConsumerStartedEvent;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerFailedEvent;
import org.springframework.amqp.rabbit.listener.MissingQueueEvent;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.integration.amqp.inbound.AmqpInboundChannelAdapter;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.messaging.MessageHandler;

/**
 * Brings the messages of any number of queues, one at a time from each, to be acknowledged by whoever gets them. When the
 * server or a queue goes away it tries again every second, and makes the queue again. Thread-safe.
 */
final class Subscriptions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final long AGAIN_AFTER_MILLIS = 500;
    private static final long SHUTDOWN_MILLIS = 1_000;

    private final Broker broker;
    private final DirectMessageListenerContainer consumers;
    private final AmqpInboundChannelAdapter adapter;
    private final AtomicBoolean away = new AtomicBoolean();

    Subscriptions(Broker broker, MessageHandler handler) {
        this.broker = broker;
        this.consumers = consumers();
        this.adapter = adapter(handler);
        adapter.start();
    }

    private DirectMessageListenerContainer consumers() {
        DirectMessageListenerContainer container = new DirectMessageListenerContainer(broker.connections());
        container.setListenerId("requests");
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setPrefetchCount(1);
        container.setAutoDeclare(false);
        container.setFailedDeclarationRetryInterval(AGAIN_AFTER_MILLIS);
        container.setShutdownTimeout(SHUTDOWN_MILLIS);
        container.setDeBatchingEnabled(false);
        container.setAfterReceivePostProcessors(Subscriptions::bodyOnly);
        container.setApplicationEventPublisher(this::heard);
        return container;
    }

    private AmqpInboundChannelAdapter adapter(MessageHandler handler) {
        DirectChannel channel = new DirectChannel();
        channel.subscribe(handler);
        AmqpInboundChannelAdapter inbound = new AmqpInboundChannelAdapter(consumers);
        inbound.setMessageConverter(broker.template().getMessageConverter());
        inbound.setOutputChannel(channel);
        inbound.setBeanFactory(new StaticListableBeanFactory());
        inbound.afterPropertiesSet();
        return inbound;
    }

    /** Headers can ask to unpack what is no batch, or pretend to be a framework's own. None is needed. */
    private static org.springframework.amqp.core.Message bodyOnly(org.springframework.amqp.core.Message message) {
        MessageProperties bare = new MessageProperties();
        bare.setDeliveryTag(message.getMessageProperties().getDeliveryTag());
        return MessageBuilder.withBody(message.getBody()).andProperties(bare).build();
    }

    /** False if that has to be tried again. */
    boolean add(RequestQueue queue) {
        declare(queue);
        try {
            consumers.addQueueNames(queue.name());
            return true;
        } catch (AmqpConnectException e) {
            // The container has heard of the queue all the same, and goes on trying by itself.
            return true;
        } catch (AmqpException e) {
            LOG.debug("{} is not consumed yet", queue.name(), e);
            return false;
        }
    }

    /** The last one to leave a run whose manager has gone cleans up: it may have made the queue again. */
    void remove(RequestQueue queue) {
        consumers.removeQueueNames(queue.name());
        if (!away.get()) {
            attempt(queue::deleteIfIdle, queue);
        }
    }

    private void heard(Object event) {
        if (event instanceof MissingQueueEvent missing) {
            declare(new RequestQueue(missing.getQueue()));
        } else if (event instanceof ListenerContainerConsumerFailedEvent failed) {
            tellOnce(failed.getThrowable());
        } else if (event instanceof AsyncConsumerStartedEvent && away.compareAndSet(true, false)) {
            LOG.warn("RabbitMQ is there again");
        }
    }

    private void tellOnce(@Nullable Throwable failure) {
        if (failure != null && away.compareAndSet(false, true)) {
            LOG.warn("{}: trying again every second", broker.trouble().away(failure));
        }
    }

    private void declare(RequestQueue queue) {
        attempt(queue::declare, queue);
    }

    private void attempt(Broker.Request<?> request, RequestQueue queue) {
        try {
            broker.ask(request);
        } catch (ChannelAway e) {
            LOG.debug("{} is left as it is", queue.name(), e);
        }
    }

    @Override
    public void close() {
        adapter.stop();
        consumers.destroy();
    }
}
