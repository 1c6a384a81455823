package dev.migrate.engine.channel.rabbit;

import dev.migrate.engine.channel.Intake;
import dev.migrate.engine.channel.Offers;
import dev.migrate.engine.channel.RequestHandler;
import dev.migrate.engine.channel.RequestTransport;
import java.time.Duration;
import java.util.UUID;

/**
 * A queue in RabbitMQ for each job instance. Nothing is connected before it is needed. Queues are deleted when their run has
 * ended; those of a manager that was killed expire when nobody has used them for a day. Thread-safe.
 */
public final class RabbitTransport implements RequestTransport {

    /** The word for it. */
    public static final String NAME = "rabbitmq";

    // RabbitMQ ends consumers that leave a message unacknowledged for half an hour, and a partition may take longer.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Broker broker;
    private final UUID repository;
    private final Duration longestWait;

    /** @param repository tells the queues of one repository from those of another on the same server */
    public RabbitTransport(RabbitConnections connections, UUID repository) {
        this(connections, repository, LONGEST_WAIT);
    }

    RabbitTransport(RabbitConnections connections, UUID repository, Duration longestWait) {
        this.broker = new Broker(connections);
        this.repository = repository;
        this.longestWait = longestWait;
    }

    /**
     * Tries everything that a run asks of the server.
     *
     * @throws dev.migrate.job.UserMistake if the server cannot be reached, or does not allow it
     */
    public void demandReachable() {
        new TryBroker(broker, repository).run();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Offers offers(long instance) {
        return new RabbitOffers(broker, RequestQueue.of(repository, instance));
    }

    @Override
    public Intake intake(int threads, RequestHandler handler) {
        return new RabbitIntake(
                broker, instance -> RequestQueue.of(repository, instance), threads, handler, longestWait);
    }
}
