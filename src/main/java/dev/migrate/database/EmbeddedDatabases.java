package dev.migrate.database;

import dev.migrate.database.embedded.EmbeddedServer;
import dev.migrate.job.Pause;
import dev.migrate.job.UserMistake;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The databases of the embedded server, which is joined when one of them is first asked for. Thread-safe. */
final class EmbeddedDatabases implements AutoCloseable {

    private final Path configDirectory;
    private final Path home;
    private final Lazily<EmbeddedServer> server;

    EmbeddedDatabases(Path configDirectory, Pause pause) {
        this.configDirectory = configDirectory;
        this.home = configDirectory.toAbsolutePath().normalize().resolveSibling(".migrate");
        this.server = new Lazily<>(() -> EmbeddedServer.join(home, pause));
    }

    /** How to get at a database, which is made, with its script, if it is not there. */
    Login login(String database, @Nullable String initScript) {
        EmbeddedServer joined = server.get();
        try {
            joined.make(database, initScript == null ? null : configDirectory.resolve(initScript));
        } catch (SQLException e) {
            throw new UserMistake(
                    "the database \"" + database + "\" of the embedded PostgreSQL in " + home + " cannot be made ("
                            + ServerMessage.of(e) + "): put that right and try again",
                    e);
        }
        return new Login(joined.url(database), joined.username(), joined.password());
    }

    /** For the user's eyes. */
    String description() {
        return "embedded PostgreSQL in " + home;
    }

    @Override
    public void close() {
        server.ifMade(EmbeddedServer::close);
    }
}
