package dev.migrate.engine.outage;

import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.job.Pause;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Does again, for a while, what fails for a reason that passes by itself. What fails one after another is one trouble, which is
 * borne only once. Thread-safe.
 */
public final class Patience {

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Something that may be done more than once. */
    @FunctionalInterface
    public interface Repeatable<T> {
        T run() throws SQLException;
    }

    private final Duration limit;
    private final Clock clock;
    private final Pause pause;
    private @Nullable Instant begin;

    public Patience(Duration limit, Clock clock, Pause pause) {
        this.limit = limit;
        this.clock = clock;
        this.pause = pause;
    }

    /** How long it lasts. */
    public Duration limit() {
        return limit;
    }

    /** How it passes the time between two tries. */
    public Pause pause() {
        return pause;
    }

    /**
     * Returns what an action gives at last.
     *
     * @throws SQLException or a runtime exception of the last try, when it does not pass or patience is at its end
     */
    public <T> T insist(Repeatable<T> action) throws SQLException {
        return insist(action, trouble -> true);
    }

    /**
     * Likewise.
     *
     * @param goOn is told before each wait what the trouble is, in a sentence, and says whether to
     */
    public <T> T insist(Repeatable<T> action, Predicate<String> goOn) throws SQLException {
        while (true) {
            try {
                T result = action.run();
                relieved();
                return result;
            } catch (SQLException | RuntimeException e) {
                if (!bears(e) || !goOn.test(ServerMessage.of(e)) || !waited()) {
                    throw e;
                }
            }
        }
    }

    /** Whether to try again after this trouble: it passes by itself, and did not begin too long ago. */
    public boolean bears(Throwable trouble) {
        return SqlProblem.of(trouble) == SqlProblem.PASSING && bearsPassing();
    }

    /** Whether to try again after a trouble that is known to pass by itself. */
    public synchronized boolean bearsPassing() {
        Instant now = clock.instant();
        if (begin == null) {
            begin = now;
        }
        return now.isBefore(begin.plus(limit));
    }

    /** Something succeeded: the next trouble is a new one. */
    public synchronized void relieved() {
        begin = null;
    }

    /** Likewise, for what throws no checked exception. */
    public void insist(Runnable action) {
        try {
            insist(() -> {
                action.run();
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean waited() {
        try {
            pause.sleep(EVERY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
