package dev.migrate.engine.checkpoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections on which pages are being done, so that they can be cut from outside. Thread-safe. */
final class PagesInHand {

    private static final Logger LOG = LoggerFactory.getLogger(PagesInHand.class);

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    /** Does what is to be done on a connection that may be cut meanwhile. */
    <T> T during(Connection connection, Transaction.Body<T, Exception> body) throws Exception {
        connections.add(connection);
        try {
            return body.run();
        } finally {
            connections.remove(connection);
        }
    }

    /** Cuts them all: their threads fail at once, and what is not committed is rolled back by the servers. */
    void abort() {
        connections.forEach(PagesInHand::abort);
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A page's connection could not be cut", e);
        }
    }
}
