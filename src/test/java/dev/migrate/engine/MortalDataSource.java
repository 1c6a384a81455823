package dev.migrate.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.engine.presence.Sessions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A process's way to a database, over a pool and over sessions of its own. At a chosen statement the process dies there and
 * then, as the server sees it, or it hears no more of what it has just sent.
 */
public final class MortalDataSource extends DelegatingDataSource implements Sessions {

    /** When something happens to a statement, or to the transaction of which it is a part. */
    public enum Moment {
        BEFORE,
        AFTER,
        BEFORE_COMMIT_OF,
        AFTER_COMMIT_OF
    }

    /**
     * Where something happens.
     *
     * @param sql a part of the statement; capitals do not matter
     */
    public record Seam(Moment moment, String sql) {

        private boolean isReached(Moment now, String statements) {
            return now == moment && statements.toLowerCase(Locale.ROOT).contains(sql.toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return moment.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + sql;
        }
    }

    /** What happens at a seam, once, with what is being sent or was just sent. */
    private interface Fault {
        void strike(Session session, Callable<?> request) throws SQLException;
    }

    private record Trap(Seam seam, Fault fault) {}

    private final HikariDataSource pool;
    private final Set<Integer> backends = ConcurrentHashMap.newKeySet();
    private final Set<Integer> ownBackends = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> executed = new ConcurrentHashMap<>();
    private final Gate frozen = new Gate();
    private volatile @Nullable Trap trap;
    private volatile boolean dead;
    private volatile boolean cutOff;

    MortalDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    public void dieAt(Seam seam) {
        trap = new Trap(seam, (session, request) -> {
            die();
            throw new Killed(seam);
        });
    }

    /** At the seam the connection is lost for the client, which does not hear what came of it. */
    public void loseConnectionAt(Seam seam) {
        trap = new Trap(seam, (session, request) -> session.lose(false));
    }

    /** Likewise, but what is sent at the seam, a statement or a commit, is still on its way. */
    public void delayAt(Seam seam, Delayed delayed) {
        trap = new Trap(seam, (session, request) -> {
            delayed.send(session.session, request);
            session.lose(true);
        });
    }

    /** At the seam something happens elsewhere; then all goes on. */
    public void at(Seam seam, TracingJobType.Event event) {
        trap = new Trap(seam, (session, request) -> {
            try {
                event.happen();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Counts from now on how often such a statement was executed. */
    public AtomicInteger executed(String sql) {
        return executed.computeIfAbsent(sql, it -> new AtomicInteger());
    }

    private void count(String statement) {
        executed.forEach((sql, times) -> {
            if (statement.contains(sql)) {
                times.incrementAndGet();
            }
        });
    }

    /** Ends every session, as the server does when a process is killed; there are no new ones. */
    public void die() {
        dead = true;
        endSessions();
    }

    public boolean isDead() {
        return dead;
    }

    /** Lives again, as another process: with no session of the one before. */
    public void revive() {
        trap = null;
        dead = false;
        reconnect();
    }

    /** The database is out of reach: every session ends, and there are no new ones until {@link #reconnect}. */
    public void cutOff() {
        cutOff = true;
        endSessions();
    }

    public void reconnect() {
        pool.getHikariPoolMXBean().softEvictConnections();
        cutOff = false;
    }

    /** Who uses a session that is in no pool waits until {@link #thaw}: the process proves no more that it lives. */
    public void freezeOwnSessions() {
        frozen.shut();
    }

    public void thaw() {
        frozen.open();
    }

    /** Ends all sessions that there are now. */
    public void endSessions() {
        end(backends);
    }

    /** Ends those that are in no pool. */
    public void endOwnSessions() {
        end(ownBackends);
    }

    private void end(Set<Integer> those) {
        try (Connection executioner = DriverManager.getConnection(pool.getJdbcUrl());
                PreparedStatement end = executioner.prepareStatement("select pg_terminate_backend(?)")) {
            for (Integer backend : Set.copyOf(those)) {
                end.setInt(1, backend);
                end.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        demandWay();
        Connection session = super.getConnection();
        return proxy(Connection.class, new Session(session, new Gate(), () -> pool.evictConnection(session)));
    }

    @Override
    public Connection open() throws SQLException {
        demandWay();
        Session session = new Session(DriverManager.getConnection(pool.getJdbcUrl()), frozen, () -> {});
        ownBackends.add(session.backend);
        return proxy(Connection.class, session);
    }

    private void demandWay() throws SQLException {
        if (dead) {
            throw new SQLException("this process is dead", "XX000");
        }
        if (cutOff) {
            throw new SQLException("connection refused", "08001");
        }
    }

    private void reached(Moment moment, String statements, Session session, Callable<?> request) throws SQLException {
        Trap set = trap;
        if (set != null && set.seam().isReached(moment, statements)) {
            trap = null;
            set.fault().strike(session, request);
        }
    }

    /** What nobody who works for a living catches. */
    public static final class Killed extends Error {
        Killed(Seam where) {
            super("killed " + where);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private final class Session implements InvocationHandler {

        private final Connection session;
        private final Gate gate;
        private final Runnable discard;
        private final int backend;
        private final StringBuilder transaction = new StringBuilder();
        private boolean lost;
        private boolean inUse;

        /** @param discard keeps a pool from lending it again */
        Session(Connection session, Gate gate, Runnable discard) throws SQLException {
            this.session = session;
            this.gate = gate;
            this.discard = discard;
            this.backend = session.unwrap(PGConnection.class).getBackendPID();
            backends.add(backend);
        }

        /** From now on the client gets nowhere with it. */
        private void lose(boolean stillInUse) throws SQLException {
            lost = true;
            inUse = stillInUse;
            throw lostConnection();
        }

        private static SQLException lostConnection() {
            return new SQLException("An I/O error occurred while sending to the backend.", "08006");
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                return close(method, arguments);
            }
            gate.pass();
            if (lost) {
                throw lostConnection();
            }
            return switch (method.getName()) {
                case "commit" -> commit(method, arguments);
                case "prepareStatement" -> prepared(method, arguments);
                default -> call(session, method, arguments);
            };
        }

        private @Nullable Object close(Method method, Object @Nullable [] arguments) throws Exception {
            if (inUse) {
                return null;
            }
            backends.remove(backend);
            ownBackends.remove(backend);
            if (lost) {
                discard.run();
            }
            return call(session, method, arguments);
        }

        private @Nullable Object commit(Method method, Object @Nullable [] arguments) throws Exception {
            String statements = transaction.toString();
            transaction.setLength(0);
            Callable<@Nullable Object> request = () -> call(session, method, arguments);
            reached(Moment.BEFORE_COMMIT_OF, statements, this, request);
            Object nothing = request.call();
            reached(Moment.AFTER_COMMIT_OF, statements, this, request);
            return nothing;
        }

        private @Nullable Object prepared(Method method, Object @Nullable [] arguments) throws Exception {
            Object statement = call(session, method, arguments);
            String sql = arguments == null ? "" : String.valueOf(arguments[0]);
            return statement == null
                    ? null
                    : proxy(PreparedStatement.class, (proxy, what, with) -> execute(statement, sql, what, with));
        }

        private @Nullable Object execute(Object statement, String sql, Method method, Object @Nullable [] arguments)
                throws Exception {
            if (method.getName().equals("close") && inUse) {
                return null;
            }
            Callable<@Nullable Object> request = () -> call(statement, method, arguments);
            if (!method.getName().startsWith("execute")) {
                return request.call();
            }
            reached(Moment.BEFORE, sql, this, request);
            Object result = request.call();
            transaction.append(sql).append('\n');
            count(sql);
            reached(Moment.AFTER, sql, this, request);
            return result;
        }
    }
}
