package dev.migrate.engine.presence;

import dev.migrate.database.repository.Alive;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One direct session with the repository, kept for the life of a process. Its advisory locks say that the process lives: the
 * server drops them at once when the process dies, and after 15 s of silence, by its own clock, when it is frozen or cut off.
 * Thread-safe. Once lost it stays lost.
 */
public final class Presence implements AutoCloseable {

    /** The first half of a worker's lock ("migr"); the second is the worker's number. */
    public static final int WORKERS = Alive.LOCKS;

    private static final long PING_SECONDS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Connection session;
    private final KeptSession kept;
    // A task that has to wait must not keep the pings waiting: this process would be taken for dead.
    private final ScheduledExecutorService pinger =
            Executors.newScheduledThreadPool(2, task -> daemon(task, "presence"));
    private final List<Runnable> withEachPing = new CopyOnWriteArrayList<>();
    private volatile boolean lost;

    private Presence(Connection session, KeptSession kept) {
        this.session = session;
        this.kept = kept;
        every(this::ping);
        every(this::runTasks);
    }

    /**
     * Joins, with a session of its own.
     *
     * @throws dev.migrate.job.UserMistake if a pooler stands between that does not keep sessions
     */
    public static Presence join(Sessions sessions) throws SQLException {
        Connection session = sessions.open();
        try (Statement statement = session.createStatement()) {
            KeptSession kept = KeptSession.of(session, sessions);
            statement.execute("set application_name = 'migrate presence'");
            statement.execute("set idle_session_timeout = '15s'");
            return new Presence(session, kept);
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void every(Runnable task) {
        Future<?> unused = pinger.scheduleWithFixedDelay(task, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Signs this process on, alive as long as this presence; returns its number.
     *
     * @param threads with which it works on partitions; none for a mere manager
     * @param instance the only job instance that it works for; null: any
     */
    public synchronized int signOn(ProcessName process, int threads, @Nullable Long instance) throws SQLException {
        int worker;
        try (PreparedStatement insert = session.prepareStatement(
                "insert into migrate.worker (host, pid, threads, instance_id) values (?, ?, ?, ?) returning id")) {
            insert.setString(1, process.host());
            insert.setLong(2, process.pid());
            insert.setInt(3, threads);
            insert.setObject(4, instance, Types.BIGINT);
            worker = onlyInt(insert);
        }
        try (PreparedStatement lock = session.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, WORKERS);
            lock.setInt(2, worker);
            lock.execute();
        }
        return worker;
    }

    /**
     * Tries to become the only manager of what goes by that name; waits a moment for one that is just dying.
     *
     * @return false if another manager lives
     */
    public synchronized boolean manage(String name) throws SQLException {
        try (Statement statement = session.createStatement();
                PreparedStatement lock = session.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
            statement.execute("set lock_timeout = '2s'");
            lock.setString(1, name);
            lock.execute();
            return true;
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Runs something as often as the session is pinged, beside the pings, from now on and until the presence is lost. */
    public void withEachPing(Runnable task) {
        withEachPing.add(task);
    }

    /** Whether others may have taken this process for dead: it must then stop what it does. */
    public boolean isLost() {
        return lost;
    }

    private void ping() {
        if (lost) {
            return;
        }
        try {
            pingSession();
        } catch (SQLException | RuntimeException | Error e) {
            // Whatever it is: without pings the server ends the session, and others take this process for dead.
            lost = true;
            LOG.debug("The session that proves this process alive was lost: {}", e.getMessage());
        }
    }

    private void runTasks() {
        if (!lost) {
            withEachPing.forEach(this::runSafely);
        }
    }

    private synchronized void pingSession() throws SQLException {
        if (!kept.isKept()) {
            throw new SQLException("a pooler has given the session to another backend");
        }
    }

    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.debug("A task of the presence failed; it runs again with the next ping", e);
        } catch (Error e) {
            lost = true;
            LOG.warn("This process leaves the life that it had, for it is not well: {}", e.toString());
        }
    }

    @Override
    public void close() {
        pinger.shutdownNow();
        lost = true;
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("The presence session was gone already", e);
        }
    }

    private static int onlyInt(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
