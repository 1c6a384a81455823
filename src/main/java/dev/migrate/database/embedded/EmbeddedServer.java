package dev.migrate.database.embedded;

import dev.migrate.job.Pause;
import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of a directory, shared by all processes that join it: the first one starts it, the last one to leave
 * stops it. It outlives a process that is killed; the next one finds it running. Thread-safe.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final Home home;
    private final HomeLock lock;
    private final Access access;
    private final Presence presence;

    private EmbeddedServer(Home home, HomeLock lock, Guest guest) {
        this.home = home;
        this.lock = lock;
        this.access = guest.access();
        this.presence = guest.presence();
    }

    /**
     * Joins the server of that directory; makes and starts it if need be.
     *
     * @throws UserMistake if it cannot be had: says why, and what to do
     */
    public static EmbeddedServer join(Path directory, Pause pause) {
        Home home = new Home(directory);
        try {
            Files.createDirectories(home.directory());
            HomeLock lock = new HomeLock(home, pause);
            return new EmbeddedServer(home, lock, lock.holding(() -> new Entrance(home, pause).enter()));
        } catch (IOException e) {
            throw Trouble.withFiles(home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the embedded PostgreSQL was starting", e);
        }
    }

    public String url(String database) {
        return access.url(database);
    }

    public String username() {
        return Cluster.USER;
    }

    public String password() {
        return access.password();
    }

    /**
     * Makes a database unless it is there, and runs a script on it. It appears when all of that is done, and not at all if
     * anything fails or dies; two processes at once make it once.
     *
     * @throws UserMistake if the script cannot be read or is wrong; names the file and, if known, the line
     */
    public void make(String database, @Nullable Path script) throws SQLException {
        new NewDatabase(access, database, script).make();
    }

    /** Leaves the server, and stops it if no other process needs it. */
    @Override
    public void close() {
        try {
            lock.holding(this::leave);
        } catch (IOException | UserMistake e) {
            LOG.warn("the embedded PostgreSQL in {} was left running: {}", home.directory(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean leave() throws IOException, InterruptedException {
        boolean last = presence.leave();
        if (last) {
            new Cluster(home).stop();
        }
        return last;
    }
}
