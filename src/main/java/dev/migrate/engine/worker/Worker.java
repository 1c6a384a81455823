package dev.migrate.engine.worker;

import dev.migrate.engine.presence.Presence;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/**
 * Takes step execution requests: claims the partition, if it is still to be had, and works on it to its end. A request is
 * only a hint, so a stale or repeated one does nothing. Thread-safe; each thread of a process calls it.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final int number;
    private final Presence presence;
    private final Claims claims;
    private final WorkerStep step;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    Worker(int number, Presence presence, Claims claims, WorkerStep step) {
        this.number = number;
        this.presence = presence;
        this.claims = claims;
        this.step = step;
        presence.withEachPing(() -> claims.giveBackAbandoned(number, busy::contains));
    }

    /** Works on what is asked for. Whatever goes wrong is written to the repository, or left to be found by others. */
    public void handle(StepExecutionRequest request) {
        long attempt = request.getStepExecutionId();
        if (presence.isLost() || !busy.add(attempt)) {
            return;
        }
        try {
            claims.claim(attempt, number).ifPresent(claim -> step.execute(claim, presence::isLost));
        } catch (RuntimeException e) {
            LOG.debug("Attempt {} came to nothing", attempt, e);
        } finally {
            busy.remove(attempt);
        }
    }
}
