package dev.migrate.engine.brake.signal;

import dev.migrate.database.ServerMessage;
import dev.migrate.job.UserMistake;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a database shows of itself: looked at once a second at most, however many threads of this process ask, and not for
 * long. Thread-safe.
 */
final class Sight<T> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    // Only for the transaction, for its session may be a pooler's.
    private static final String AT_MOST = "select set_config('statement_timeout', '2s', true)";

    /** Looks, on a connection in a transaction. */
    @FunctionalInterface
    interface Look<T> {
        T at(Connection connection) throws SQLException, CannotSee;
    }

    /** Where to look. */
    @FunctionalInterface
    interface Where {
        DataSource dataSource();
    }

    private final Where where;
    private final Look<T> look;
    private final Clock clock;
    private @Nullable Instant looked;
    private @Nullable T seen;
    private @Nullable String trouble;

    Sight(Where where, Look<T> look, Clock clock) {
        this.where = where;
        this.look = look;
        this.clock = clock;
    }

    /**
     * What there was to be seen, a second ago or later.
     *
     * @throws CannotSee if there was nothing
     */
    synchronized T get() throws CannotSee {
        Instant now = clock.instant();
        if (looked == null || !now.isBefore(looked.plus(FRESH))) {
            look();
            looked = clock.instant();
        }
        if (seen == null) {
            throw new CannotSee(String.valueOf(trouble));
        }
        return seen;
    }

    private void look() {
        seen = null;
        try (Connection connection = where.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            seen = lookAt(connection);
            connection.commit();
        } catch (CannotSee e) {
            trouble = e.getMessage();
        } catch (SQLException | UserMistake e) {
            trouble = ServerMessage.of(e);
        }
    }

    private T lookAt(Connection connection) throws SQLException, CannotSee {
        try (Statement statement = connection.createStatement()) {
            statement.execute(AT_MOST);
        }
        return look.at(connection);
    }
}
