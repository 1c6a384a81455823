package dev.migrate.engine;

import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.channel.LocalTransport;
import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.worker.Lending;
import dev.migrate.engine.worker.Workers;
import dev.migrate.engine.worker.Workforce;
import dev.migrate.job.UserMistake;
import java.util.Optional;

/** Lends this process to all runs that go on and that it can work for, now and later. Thread-safe. */
public final class WorkerRunner {

    private final Transports transports;
    private final Workers workers;

    public WorkerRunner(Transports transports, Workers workers) {
        this.transports = transports;
        this.workers = workers;
    }

    /**
     * Lends threads.
     *
     * @param transport as the command line names it, if it does
     * @param untilIdle whether to leave when there is nothing left to do
     * @throws UserMistake if requests could not reach this process that way
     */
    public Workforce lend(int threads, Optional<String> transport, boolean untilIdle, WorkerNews news) {
        RequestTransport open = transports.open(transport);
        if (open.name().equals(LocalTransport.NAME)) {
            throw new UserMistake("over the transport local a run reaches only the threads of its own process: set"
                    + " migrate.transport to postgres or rabbitmq for a worker to join");
        }
        return workers.lend(new Lending(
                threads, open, null, (definition, parameters) -> definition.prepare(parameters), untilIdle, news));
    }
}
