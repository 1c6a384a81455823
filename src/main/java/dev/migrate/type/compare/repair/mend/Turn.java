package dev.migrate.type.compare.repair.mend;

import dev.migrate.job.key.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets one page after another mend the rows of a table, if they may mend each other's: else they would come to wait for each
 * other in a circle. It is a page's turn until its transaction ends.
 */
public final class Turn {

    private static final String TIMEOUT = "select current_setting(?)";
    private static final String SET_TIMEOUT = "select set_config('lock_timeout', ?, true)";
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('migrate.repair ' || ?::text, 0))::text";

    private final Connection connection;
    private final TableName table;
    private boolean taken;

    public Turn(Connection connection, TableName table) {
        this.connection = connection;
        this.table = table;
    }

    /** Waits for as long as the others work; the server ends one that is frozen. */
    void take() throws SQLException {
        if (!taken) {
            String timeout = ask(TIMEOUT, "lock_timeout");
            ask(SET_TIMEOUT, "0");
            ask(LOCK, table.quoted());
            ask(SET_TIMEOUT, timeout);
            taken = true;
        }
    }

    private String ask(String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
