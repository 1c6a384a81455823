package dev.migrate.engine.channel.rabbit;

import com.rabbitmq.client.AMQP.Queue.DeclareOk;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The queue of a job instance. Managers and workers declare it alike, so it does not matter who comes first. */
record RequestQueue(String name) {

    private static final long UNUSED = Duration.ofDays(1).toMillis();

    // A message that its receivers cannot even take off the line must not come back for ever.
    private static final int DELIVERIES = 20;

    private static final Map<String, Object> ARGUMENTS =
            Map.of("x-queue-type", "quorum", "x-expires", UNUSED, "x-delivery-limit", DELIVERIES);

    static RequestQueue of(UUID repository, long instance) {
        return new RequestQueue(prefix(repository) + instance);
    }

    /** What the names of all queues of a repository begin with. */
    static String prefix(UUID repository) {
        return "migrate." + repository + ".";
    }

    /** Makes it if it is not there; returns how many requests are in it. */
    int declare(Channel channel) throws IOException {
        return channel.queueDeclare(name, true, false, false, ARGUMENTS).getMessageCount();
    }

    /**
     * Deletes it if nobody consumes from it and nothing is in it; tells whether. RabbitMQ has no command for that with such
     * queues, so a request that comes in between is lost, as requests may be.
     */
    boolean deleteIfIdle(Channel channel) throws IOException {
        DeclareOk state = channel.queueDeclarePassive(name);
        boolean idle = state.getConsumerCount() == 0 && state.getMessageCount() == 0;
        if (idle) {
            channel.queueDelete(name);
        }
        return idle;
    }
}
