package dev.migrate.engine.manager;

import dev.migrate.engine.channel.ChannelAway;
import dev.migrate.engine.channel.Offers;
import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.Partitions;
import dev.migrate.engine.instance.RunState;
import dev.migrate.engine.outage.Patience;
import dev.migrate.job.Pause;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Standstill standstill;
    private final Patience patience;
    private final Pause pause;
    private final OfferCursor cursor;
    private final Course course;
    private int firstWaiting;

    OfferingPartitionHandler(
            Management management,
            ManagerTables tables,
            RequestTransport transport,
            OptionalInt only,
            Watch watch,
            Standstill standstill,
            Patience patience,
            Pause pause,
            OfferCursor cursor,
            Course course) {
        this.management = management;
        this.tables = tables;
        this.transport = transport;
        this.only = only;
        this.watch = watch;
        this.standstill = standstill;
        this.patience = patience;
        this.pause = pause;
        this.cursor = cursor;
        this.course = course;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        splitter.split(manager, 0);
        patience.insist(() -> tables.state().begin(management, transport.name(), only));
        patience.insist(() -> tables.attempts().adopt(management));
        try (Offers offers = transport.offers(management.instance())) {
            watch(offers);
        }
        long left = patience.insist(() -> tables.partitions().left(management.instance()));
        if (left > 0) {
            throw new JobInterruptedException(
                    asked() + (left == 1 ? "1 partition is left to do" : left + " partitions are left to do"));
        }
        return Set.of();
    }

    /** Who wanted the stop, for a process that was not asked itself. */
    private String asked() throws SQLException {
        String by = patience.insist(() -> tables.state().wishes(management)).stoppedBy();
        return by == null ? "" : by + " asked for it, and ";
    }

    private void watch(Offers offers) throws InterruptedException {
        try {
            while (watch.attempt(() -> tick(offers))) {
                pause.sleep(TICK);
            }
        } catch (RuntimeException | InterruptedException e) {
            endAfter(e);
            throw e;
        }
        patience.insist(() -> tables.state().end(management));
        course.end();
    }

    /** Keeps what went wrong first: after it the repository may well be out of reach. */
    private void endAfter(Exception failure) {
        try {
            tables.state().end(management);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Does what is to be done now; false when nothing is left to wait for. */
    private boolean tick(Offers offers) {
        RunState.Wishes wishes = tables.state().wishes(management);
        watch.keepSeat();
        boolean stopped = wishes.stop() || stopRequested();
        if (tables.attempts().renew(management) > 0) {
            cursor.beginAgain();
            firstWaiting = 0;
        }
        course.note();
        Partitions.Outlook outlook = tables.partitions().outlook(management.instance(), firstWaiting, only);
        firstWaiting = Objects.requireNonNullElse(outlook.firstWaiting(), 0);
        if (outlook.claimed() == 0 && (stopped || !outlook.isWaiting())) {
            return false;
        }
        if (!stopped) {
            goOn(offers, outlook, wishes.pausedBy());
        }
        return true;
    }

    /** Passes on what this process was asked. */
    private boolean stopRequested() {
        if (watch.stopRequested()) {
            tables.state().requestStop(management);
            return true;
        }
        return false;
    }

    private void goOn(Offers offers, Partitions.Outlook outlook, @Nullable String pausedBy) {
        if (pausedBy != null) {
            standstill.paused(pausedBy);
            cursor.beginAgain();
            return;
        }
        Optional<ChannelAway> away = offer(offers);
        standstill.look(outlook, away.map(ChannelAway::getMessage));
        if (away.isPresent() && outlook.claimed() == 0) {
            throw away.get();
        }
    }

    /** A channel that is away is no trouble while something is in hand. */
    private Optional<ChannelAway> offer(Offers offers) {
        try {
            int room = offers.room();
            if (room > 0) {
                List<Partitions.Offer> waiting =
                        tables.partitions().waiting(management.instance(), only, cursor.position(), room);
                offers.offer(waiting.stream().map(Partitions.Offer::request).toList());
                cursor.moved(waiting, room);
            }
            return Optional.empty();
        } catch (ChannelAway e) {
            return Optional.of(e);
        }
    }
}
