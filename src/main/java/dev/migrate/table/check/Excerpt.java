package dev.migrate.table.check;

import dev.migrate.database.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Shows where in a piece of SQL a server has found something wrong. */
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    /** {@code , at »and m = 1«}; nothing where the server does not say, or means the first line: its words will do then. */
    static String of(DataSource database, String sql, SQLException e) {
        int position = ServerMessage.position(e).orElse(0);
        if (position == 0) {
            return "";
        }
        try (Connection connection = database.getConnection()) {
            return at(connection.nativeSQL(sql), position - 1);
        } catch (SQLException unreachable) {
            // A hint is no reason to fail: the sentence stands without it.
            return "";
        }
    }

    static String at(String sql, int position) {
        if (position >= sql.length() || sql.lastIndexOf('\n', position) < 0) {
            return "";
        }
        String rest = sql.substring(position).lines().findFirst().orElse("").strip();
        return ", at »" + (rest.length() > LONGEST ? rest.substring(0, LONGEST) + "…" : rest) + "«";
    }
}
