package dev.migrate.engine.checkpoint;

import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/** The table of checkpoints in one database. Many may make it at once; one that dies leaves all of it or nothing. */
final class CheckpointTable {

    /** The statements that make it, as the README shows them; the schema is made before, if it is not there. */
    static final String FILE = "checkpoint.sql";

    // The catalog is asked: to_regclass fails where the schema may not be used.
    private static final String STATE = """
            select case
                when n.oid is null then 'NO_SCHEMA'
                when c.oid is null then 'NO_TABLE'
                when has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
                     and has_table_privilege(c.oid, 'insert') and has_table_privilege(c.oid, 'update') then 'USABLE'
                else 'FORBIDDEN'
            end
            from (values ('migrate')) wanted (name)
            left join pg_namespace n on n.nspname = wanted.name
            left join pg_class c on c.relnamespace = n.oid and c.relname = 'checkpoint'
            """;

    // The one under which a repository makes that schema: this may be its database, too.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('migrate.repository', 0))";

    private static final Set<String> NOT_THERE_OR_FORBIDDEN = Set.of("42P01", "3F000", "42501");

    private enum State {
        NO_SCHEMA,
        NO_TABLE,
        FORBIDDEN,
        USABLE
    }

    private final DatabaseName database;

    CheckpointTable(DatabaseName database) {
        this.database = database;
    }

    void makeIn(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (isMissing(state(connection))) {
                Transaction.run(connection, () -> makeAlone(connection));
            }
            if (state(connection) == State.FORBIDDEN) {
                throw forbidden(connection.getMetaData().getUserName());
            }
        } catch (SQLException e) {
            if (SqlProblem.of(e) == SqlProblem.OPERATOR) {
                throw cannotBeMade(e);
            }
            throw e;
        }
    }

    private static boolean isMissing(State state) {
        return state == State.NO_SCHEMA || state == State.NO_TABLE;
    }

    private static State makeAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            State found = state(connection);
            // "If not exists" alone would want the right to make a schema although it is there.
            if (found == State.NO_SCHEMA) {
                statement.execute("create schema migrate");
            }
            if (isMissing(found)) {
                statement.execute(statements());
            }
            return found;
        }
    }

    private static State state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return State.valueOf(row.getString(1));
        }
    }

    static String statements() {
        try (InputStream file = Objects.requireNonNull(CheckpointTable.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UserMistake cannotBeMade(SQLException e) {
        return new UserMistake(
                "the table migrate.checkpoint cannot be made in database \"" + database + "\" ("
                        + ServerMessage.of(e)
                        + "), and a job that writes there needs it: grant its user the right to create"
                        + " in that database, or have somebody who may run the statements that the README shows for it",
                e);
    }

    private UserMistake forbidden(String user) {
        return new UserMistake(
                "user \"" + user + "\" may not use the table migrate.checkpoint in database \"" + database
                        + "\", and a job that writes there needs it: grant it usage on schema migrate, and select, insert and"
                        + " update on migrate.checkpoint");
    }

    /** Says it in a sentence, if what went wrong is that the table is not there or may not be used. */
    void refuseUnusable(SQLException e) {
        if (NOT_THERE_OR_FORBIDDEN.contains(String.valueOf(e.getSQLState()))) {
            // Without a cause: of a partition's failure the innermost message is shown.
            throw new UserMistake("this worker cannot use the table migrate.checkpoint in database \"" + database
                    + "\" (" + ServerMessage.of(e)
                    + "): it is made when a run begins; if it is there, grant the worker's"
                    + " user usage on schema migrate, and select, insert and update on the table");
        }
    }
}
