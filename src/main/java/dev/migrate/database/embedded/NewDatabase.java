package dev.migrate.database.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Makes a database under another name and renames it when it is complete. */
final class NewDatabase {

    private static final String ADMIN = "postgres";

    private final Access access;
    private final String name;
    private final @Nullable Path script;

    NewDatabase(Access access, String name, @Nullable Path script) {
        this.access = access;
        this.name = name;
        this.script = script;
    }

    void make() throws SQLException {
        try (Connection admin = access.open(ADMIN)) {
            if (!exists(admin)) {
                lock(admin);
                if (!exists(admin)) {
                    makeLocked(admin);
                }
            }
        }
    }

    private void makeLocked(Connection admin) throws SQLException {
        String unfinished = name + ".new";
        execute(admin, "drop database if exists %I with (force)", unfinished);
        execute(admin, "create database %I", unfinished);
        if (script != null) {
            new Script(script).runOn(access, unfinished);
        }
        execute(admin, "alter database %I rename to %I", unfinished, name);
    }

    private boolean exists(Connection admin) throws SQLException {
        return !ask(admin, "select 1 from pg_database where datname = ?", name).isEmpty();
    }

    /** One process at a time makes it. The lock goes with the session. */
    private void lock(Connection admin) throws SQLException {
        ask(admin, "select pg_advisory_lock(hashtextextended(?, 0))", name);
    }

    /** Runs a command in which each %I stands for a name. */
    private static void execute(Connection admin, String format, String... names) throws SQLException {
        String command = ask(admin, "select format(?" + ", ?".repeat(names.length) + ")", format, names);
        try (Statement statement = admin.createStatement()) {
            statement.execute(command);
        }
    }

    /** The first answer to a question, as text; empty if there is none. */
    private static String ask(Connection admin, String question, String first, String... others) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(question)) {
            statement.setString(1, first);
            for (int i = 0; i < others.length; i++) {
                statement.setString(i + 2, others[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
