package dev.migrate.engine.manager;

import java.sql.SQLException;

/** This manager's session with the repository is gone, and there is no new one yet. */
final class SeatLost extends RuntimeException {

    SeatLost(SQLException cause) {
        super("the manager lost its session with the repository", cause);
    }
}
