package dev.migrate.engine;

import dev.migrate.database.ServerMessage;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.manager.Manager;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.engine.worker.Lending;
import dev.migrate.engine.worker.Workers;
import dev.migrate.engine.worker.Workforce;

/** The workers that a manager has in its own process: they work for its run and for no other. Thread-safe. */
public final class OwnWorkforce {

    private final Workers workers;
    private final PreparedJobs prepared;
    private final Wakeup manager;

    /** @param manager is woken when a thread finds nothing more to do */
    public OwnWorkforce(Workers workers, PreparedJobs prepared, Wakeup manager) {
        this.workers = workers;
        this.prepared = prepared;
        this.manager = manager;
    }

    /** Lends threads to a job instance until they are taken back. */
    Manager.Lent lendTo(long instance, int threads, RequestTransport transport) {
        if (threads == 0) {
            return Manager.Lent.NONE;
        }
        Workforce workforce =
                workers.lend(new Lending(threads, transport, instance, prepared::prepare, false, new WakesManager()));
        return new Manager.Lent() {
            @Override
            public void demandAtWork() {
                workforce.failure().ifPresent(why -> {
                    throw new IllegalStateException(
                            "the workers of this process have ended: " + ServerMessage.of(why), why);
                });
            }

            @Override
            public void takeBack() {
                workforce.close();
            }
        };
    }

    private final class WakesManager implements WorkerNews {
        @Override
        public void idle() {
            manager.wake();
        }
    }
}
