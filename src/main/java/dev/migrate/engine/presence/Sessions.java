package dev.migrate.engine.presence;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens sessions with the repository that no pool shares. Thread-safe. */
@FunctionalInterface
public interface Sessions {

    /** A new session; a server that is silent for seconds is taken for dead. */
    Connection open() throws SQLException;
}
