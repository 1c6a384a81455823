package dev.migrate.engine.checkpoint;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction on a pool's connection: committed when its body returns, else rolled back. */
final class Transaction {

    /** What is to be done in a transaction. */
    @FunctionalInterface
    interface Body<T, E extends Exception> {
        T run() throws E;
    }

    private Transaction() {}

    static <T, E extends Exception> T run(Connection connection, Body<T, E> body) throws E, SQLException {
        connection.setAutoCommit(false);
        T result;
        try {
            result = body.run();
            connection.commit();
        } catch (Exception | Error e) {
            rollBack(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // A lost connection's transaction is rolled back by the server; the pool throws the connection away.
            reason.addSuppressed(e);
        }
    }
}
