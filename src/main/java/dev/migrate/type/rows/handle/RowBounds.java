package dev.migrate.type.rows.handle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The SQL at the bounds of a row within its page's transaction. */
enum RowBounds {
    /** Statements check what they do themselves. */
    PLAIN("savepoint migrate_row", "release savepoint migrate_row; savepoint migrate_row", ""),

    /**
     * Some checks wait, if need be for the commit, where nobody knows any more which row is to blame; so the row's end has
     * them made. Deferring is part of what the savepoint goes back to.
     */
    CHECKED(
            "set constraints all deferred; savepoint migrate_row",
            "release savepoint migrate_row; set constraints all deferred; savepoint migrate_row",
            "set constraints all immediate");

    static final String BACK = "rollback to savepoint migrate_row";

    private static final String WAITS = "select exists (select from pg_constraint where condeferred)";

    private final String first;
    private final String next;
    private final String end;

    RowBounds(String first, String next, String end) {
        this.first = first;
        this.next = next;
        this.end = end;
    }

    /** What a database needs: without constraints that wait unasked, no row pays for a check. */
    static RowBounds in(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(WAITS)) {
            return row.next() && row.getBoolean(1) ? CHECKED : PLAIN;
        }
    }

    /** Begins the first row. */
    String first() {
        return first;
    }

    /** Begins any other, after one that did well. */
    String next() {
        return next;
    }

    /** Ends a row; empty if there is nothing to do. */
    String end() {
        return end;
    }
}
