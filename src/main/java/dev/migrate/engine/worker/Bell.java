package dev.migrate.engine.worker;

import dev.migrate.engine.presence.Sessions;
import dev.migrate.job.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a worker that something may have begun to wait: at once, by NOTIFY, while its session lasts, when that has just begun,
 * and every two seconds anyway. Used by one thread.
 */
final class Bell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final Duration SLICE = Duration.ofMillis(100);
    private static final int SLICES = 20;

    private final Sessions sessions;
    private final Pause pause;
    private @Nullable Connection session;

    Bell(Sessions sessions, Pause pause) {
        this.sessions = sessions;
        this.pause = pause;
    }

    /** Returns when it rings, or when it is time to look anyway, or soon after there is no more use in waiting. */
    void await(BooleanSupplier over) throws InterruptedException {
        for (int i = 0; i < SLICES && !over.getAsBoolean(); i++) {
            if (rings()) {
                return;
            }
        }
    }

    private boolean rings() throws InterruptedException {
        try {
            Connection listening = session;
            if (listening == null) {
                // What was told before, it did not hear.
                listen();
                return true;
            }
            var news = listening.unwrap(PGConnection.class).getNotifications((int) SLICE.toMillis());
            return news != null && news.length > 0;
        } catch (SQLException e) {
            LOG.debug("No news from the repository for the moment", e);
            close();
            pause.sleep(SLICE);
            return false;
        }
    }

    private void listen() throws SQLException {
        Connection opened = sessions.open();
        session = opened;
        try (Statement statement = opened.createStatement()) {
            statement.execute("set application_name = 'migrate bell'; listen migrate");
        }
    }

    @Override
    public void close() {
        Connection closing = session;
        session = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException e) {
            LOG.debug("The session was gone already", e);
        }
    }
}
