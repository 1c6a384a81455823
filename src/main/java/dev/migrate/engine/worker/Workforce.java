package dev.migrate.engine.worker;

import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.engine.channel.Intake;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.presence.Joined;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.presence.Sessions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of this process that work for the runs on a board. A presence that is lost is replaced by a new one, under a new
 * number: what was in hand is finished as far as it still may be, and taken over by somebody. Thread-safe. A crash is noticed
 * by the managers of the runs.
 */
public final class Workforce implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workforce.class);
    private static final Duration LONGEST_LEAVE = Duration.ofSeconds(90);

    /** Makes the worker of one life. */
    @FunctionalInterface
    interface Lives {
        Worker begin(int number, Lending lending, BooleanSupplier mustStop);
    }

    private final Sessions sessions;
    private final Patience patience;
    private final Lending lending;
    private final Lives lives;
    private final Runnable abortPages;
    private final Thread thread = new Thread(this::lend, "workforce");
    private volatile boolean leaving;
    private volatile @Nullable Throwable failure;

    Workforce(Sessions sessions, Patience patience, Lending lending, Lives lives, Runnable abortPages) {
        this.sessions = sessions;
        this.patience = patience;
        this.lending = lending;
        this.lives = lives;
        this.abortPages = abortPages;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until the threads are no longer lent: because of {@link #leave}, because nothing is left to do, or because the
     * repository was away for longer than patience lasts.
     */
    public void await() throws SQLException, InterruptedException {
        thread.join();
        Throwable why = failure;
        if (why instanceof SQLException sql) {
            throw sql;
        }
        if (why != null) {
            throw new IllegalStateException(ServerMessage.of(why), why);
        }
    }

    /** Why the threads are no longer lent, if that was not asked for. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Has the pages in hand finished, and the partitions given back; returns at once. */
    public void leave() {
        leaving = true;
    }

    /** Leaves, and returns when all is given back, or after a minute and a half. */
    @Override
    public void close() {
        leave();
        try {
            thread.join(LONGEST_LEAVE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lend() {
        try {
            while (!leaving) {
                live();
            }
        } catch (SQLException | RuntimeException | Error e) {
            failure = leaving ? null : e;
            LOG.debug("No longer a worker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() throws SQLException, InterruptedException {
        Joined joined = patience.insist(() -> Joined.with(sessions, lending.threads(), lending.instance()), trouble -> {
            lending.news().lost(trouble);
            return !leaving;
        });
        try (Presence presence = joined.presence()) {
            serve(presence, joined.number());
        }
    }

    private void serve(Presence presence, int number) throws InterruptedException {
        BooleanSupplier over = () -> leaving || presence.isLost();
        Worker worker = lives.begin(number, lending, over);
        presence.withEachPing(worker::giveBackAbandoned);
        lending.news().joined(number);
        try (Intake intake = lending.transport().intake(lending.threads(), worker);
                Bell bell = new Bell(sessions, patience.pause())) {
            while (!over.getAsBoolean()) {
                boolean seen = look(worker, intake);
                if (lending.untilIdle() && seen && !worker.hasSomethingToDo()) {
                    leave();
                }
                bell.await(over);
            }
            if (presence.isLost()) {
                // Nobody waits for them any more: whoever takes the partitions over ends them.
                abortPages.run();
                lending.news().lost("its session with the repository has ended");
            }
        } finally {
            worker.left();
        }
    }

    /** A look that fails for a passing reason is one look less: if the repository is away, the presence will tell. */
    private boolean look(Worker worker, Intake intake) {
        try {
            intake.serve(worker.runs());
            return true;
        } catch (RuntimeException e) {
            if (SqlProblem.of(e) != SqlProblem.PASSING) {
                throw e;
            }
            LOG.debug("Could not look which runs go on", e);
            return false;
        }
    }
}
