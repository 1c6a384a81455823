package dev.migrate.type.compare.repair.mend;

import dev.migrate.database.RowRefusal;
import dev.migrate.database.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/** Tries things in a transaction: each is done as a whole or not at all. */
record Trial(Connection connection) {

    /** What is tried. */
    @FunctionalInterface
    interface Body {

        /** Returns why it is not good as it was done; empty if it is. */
        Optional<String> run() throws SQLException, InterruptedException;
    }

    /**
     * Tries.
     *
     * @return why it was undone, perhaps because of a row, in words for the user; empty if it is done
     */
    Optional<String> of(Body body) throws SQLException, InterruptedException {
        Savepoint before = connection.setSavepoint();
        Optional<String> refusal = refusal(body);
        if (refusal.isPresent()) {
            connection.rollback(before);
        }
        // Else it would stay, and all that follow be nested in it.
        connection.releaseSavepoint(before);
        return refusal;
    }

    private static Optional<String> refusal(Body body) throws SQLException, InterruptedException {
        try {
            return body.run();
        } catch (SQLException e) {
            if (RowRefusal.mayBeOfRow(e)) {
                return Optional.of("the target refuses it: " + ServerMessage.of(e));
            }
            throw e;
        }
    }
}
