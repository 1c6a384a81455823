package dev.migrate.database;

import dev.migrate.job.UserMistake;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Opens a database: tries one connection first, so that whatever is wrong is told at once and in one sentence. */
final class Opening {

    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final String FACTS = """
            select current_setting('server_version_num')::int, current_setting('server_version'), current_database(),
                   (select system_identifier from pg_control_system())
            """;

    private final Target target;
    private final Login login;
    private final int oldestVersion;

    Opening(Target target, Login login, int oldestVersion) {
        this.target = target;
        this.login = login;
        this.oldestVersion = oldestVersion;
    }

    Pool pool(String name, int size, Pool.Use use) {
        return Pool.of(login, facts(), name, size, use);
    }

    private ServerFacts facts() {
        try (Connection connection = login.open(SILENCE)) {
            return facts(connection);
        } catch (SQLException e) {
            throw new ConnectionTrouble(target, login).of(e);
        }
    }

    /** What the server at the other end says. */
    ServerFacts facts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            ServerFacts facts = new ServerFacts(row.getInt(1), row.getString(4), row.getString(3));
            checkVersion(facts, row.getString(2));
            return facts;
        }
    }

    private void checkVersion(ServerFacts facts, String version) {
        if (!facts.isAtLeast(oldestVersion)) {
            throw new UserMistake("the " + target.words() + " at " + login + " is on PostgreSQL " + version
                    + ", and must be on " + oldestVersion + " or later: upgrade that server, or change "
                    + target.setting() + ".url in " + target.file());
        }
    }
}
