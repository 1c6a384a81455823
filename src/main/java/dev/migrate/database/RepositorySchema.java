package dev.migrate.database;

import dev.migrate.job.UserMistake;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Makes the repository's tables in the schema {@code migrate}, or brings them up to date. Several processes may do it at
 * once; one that dies leaves the schema as it was, or as it should be.
 */
public final class RepositorySchema {

    static final int VERSION = 6;

    private static final String SCHEMA = "migrate";
    private static final String HISTORY = "schema_history";
    private static final String LOCK = "hashtextextended('migrate.repository', 0)";

    private RepositorySchema() {}

    /**
     * Uses up to four connections at once.
     *
     * @throws UserMistake if the schema is newer than this program, or the server does not let it be made
     */
    public static void migrate(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            refuseOtherEncodings(connection);
            if (version(connection) < VERSION) {
                migrateAlone(connection, dataSource);
            }
            refuseNewer(version(connection));
        } catch (SQLException | FlywayException e) {
            throw new UserMistake(
                    "the tables of the repository cannot be made (" + ServerMessage.of(e)
                            + "): give its user the right to create the schema " + SCHEMA
                            + ", or put right what the server says",
                    e);
        }
    }

    // The schema is not left to Flyway, which tries ten times, for ten seconds, what it has no right to.
    private static void migrateAlone(Connection connection, DataSource dataSource) throws SQLException {
        execute(connection, "set lock_timeout = '60s'");
        ask(connection, "select 1 from pg_advisory_lock(" + LOCK + ")");
        try {
            if (ask(connection, "select count(to_regnamespace('" + SCHEMA + "'))") == 0) {
                execute(connection, "create schema " + SCHEMA);
            }
            flyway(dataSource).migrate();
        } finally {
            ask(connection, "select 1 from pg_advisory_unlock(" + LOCK + ")");
        }
    }

    static Flyway flyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:dev/migrate/database/schema")
                .defaultSchema(SCHEMA)
                .createSchemas(false)
                // The schema may be there with checkpoints in it: then this database was written to from another
                // repository.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .table(HISTORY)
                .load();
    }

    /** 0 if there is no schema. One query that is quick: every command begins with it. */
    private static int version(Connection connection) throws SQLException {
        boolean exists = ask(connection, "select count(to_regclass('" + SCHEMA + "." + HISTORY + "'))") == 1;
        return exists
                ? ask(
                        connection,
                        "select coalesce(max(version::int), 0) from " + SCHEMA + "." + HISTORY + " where success")
                : 0;
    }

    /** What went wrong is kept in any language. */
    private static void refuseOtherEncodings(Connection connection) throws SQLException {
        if (ask(connection, "select 1 where current_setting('server_encoding') <> 'UTF8'") == 1) {
            throw new UserMistake(
                    "the repository's database does not have the encoding UTF8: create one that has, and put"
                            + " it into migrate.repository.url");
        }
    }

    private static void refuseNewer(int found) {
        if (found > VERSION) {
            throw new UserMistake("the repository was brought to version " + found + " by a newer release, and this one"
                    + " knows version " + VERSION + ": use the newer release, or another repository");
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static int ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
