package dev.migrate.engine.channel.rabbit;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;

/** Tries what a run will ask of RabbitMQ, with a queue that is gone when the connection is. */
final class TryBroker {

    private final Broker broker;
    private final String queue;

    TryBroker(Broker broker, UUID repository) {
        this.broker = broker;
        this.queue = RequestQueue.prefix(repository) + "try." + UUID.randomUUID();
    }

    /** @throws dev.migrate.job.UserMistake if something does not work */
    void run() {
        try {
            broker.template().execute(this::makeSendTakeDelete);
        } catch (AmqpException e) {
            throw broker.trouble().mistake(e);
        }
    }

    private boolean makeSendTakeDelete(Channel channel) throws IOException, InterruptedException, TimeoutException {
        channel.queueDeclare(queue, false, true, true, Map.of());
        channel.basicPublish("", queue, null, new byte[0]);
        channel.waitForConfirmsOrDie(Broker.patience().toMillis());
        channel.basicGet(queue, true);
        channel.queueDelete(queue);
        return true;
    }
}
