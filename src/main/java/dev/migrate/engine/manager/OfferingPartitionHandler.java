package dev.migrate.engine.manager;

import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.job.Pause;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;

/**
 * Offers waiting partitions on the step execution request channel and watches until none is waiting or claimed. It looks at
 * the tables only, one cheap query a second, so what workers say or forget to say does not matter.
 */
final class OfferingPartitionHandler implements PartitionHandler {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Management management;
    private final ManagerTables tables;
    private final RequestTransport transport;
    private final OptionalInt only;
    private final Watch watch;
    private final Pause pause;
    private final OfferCursor cursor;

    OfferingPartitionHandler(
            Management management,
            ManagerTables tables,
            RequestTransport transport,
            OptionalInt only,
            Watch watch,
            Pause pause,
            OfferCursor cursor) {
        this.management = management;
        this.tables = tables;
        this.transport = transport;
        this.only = only;
        this.watch = watch;
        this.pause = pause;
        this.cursor = cursor;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        splitter.split(manager, 0);
        tables.runs().begin(management);
        watch();
        long left = tables.partitions()
                .counts(management.instance(), OptionalInt.empty())
                .left();
        if (left > 0) {
            throw new JobInterruptedException(
                    left == 1 ? "1 partition is left to do" : left + " partitions are left to do");
        }
        return Set.of();
    }

    private void watch() throws InterruptedException {
        try {
            while (watch.attempt(this::tick)) {
                pause.sleep(TICK);
            }
        } catch (RuntimeException | InterruptedException e) {
            endAfter(e);
            throw e;
        }
        tables.runs().end(management);
    }

    /** Keeps what went wrong first: after it the repository may well be out of reach. */
    private void endAfter(Exception failure) {
        try {
            tables.runs().end(management);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Does what is to be done now; false when nothing is left to wait for. */
    private boolean tick() {
        watch.demandPresence();
        if (watch.stopRequested()) {
            tables.runs().requestStop(management);
        }
        boolean stopped = tables.runs().isStopped(management);
        if (tables.attempts().renew(management) > 0) {
            cursor.beginAgain();
        }
        Partitions.Counts counts = tables.partitions().counts(management.instance(), only);
        if (counts.claimed() == 0 && (stopped || counts.waiting() == 0)) {
            return false;
        }
        if (!stopped) {
            offer();
        }
        return true;
    }

    private void offer() {
        int room = transport.room();
        List<Partitions.Offer> offers =
                tables.partitions().waiting(management.instance(), only, cursor.position(), room);
        offers.forEach(offer -> transport.offer(offer.request()));
        cursor.moved(offers, room);
    }
}
