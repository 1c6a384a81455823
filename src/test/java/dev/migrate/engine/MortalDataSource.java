package dev.migrate.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A way to the repository that dies at a chosen statement, as its process would: every session ends there and then, and none
 * is to be had until it lives again.
 */
public final class MortalDataSource extends DelegatingDataSource {

    /** When a process dies. */
    public enum Moment {
        BEFORE,
        AFTER,
        BEFORE_COMMIT_OF,
        AFTER_COMMIT_OF
    }

    /**
     * Where a process dies.
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

    private final HikariDataSource pool;
    private final Runnable endSessions;
    private volatile @Nullable Seam seam;
    private volatile boolean dead;

    MortalDataSource(HikariDataSource pool, Runnable endSessions) {
        super(pool);
        this.pool = pool;
        this.endSessions = endSessions;
    }

    public void dieAt(Seam where) {
        seam = where;
    }

    public void die() {
        dead = true;
        endSessions.run();
    }

    public boolean isDead() {
        return dead;
    }

    /** Lives again, as another process: with no session of the one before. */
    public void revive() {
        pool.getHikariPoolMXBean().softEvictConnections();
        seam = null;
        dead = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (dead) {
            throw new SQLException("this process is dead", "XX000");
        }
        return proxy(Connection.class, new Session(super.getConnection()));
    }

    private void reached(Moment moment, String statements) {
        Seam where = seam;
        if (where != null && where.isReached(moment, statements)) {
            seam = null;
            die();
            throw new Killed(where);
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

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private final class Session implements InvocationHandler {

        private final Connection session;
        private final StringBuilder transaction = new StringBuilder();

        Session(Connection session) {
            this.session = session;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return switch (method.getName()) {
                case "commit" -> commit(method, arguments);
                case "prepareStatement" -> prepared(method, arguments);
                default -> call(session, method, arguments);
            };
        }

        private @Nullable Object commit(Method method, Object @Nullable [] arguments) throws Throwable {
            String statements = transaction.toString();
            transaction.setLength(0);
            reached(Moment.BEFORE_COMMIT_OF, statements);
            Object nothing = call(session, method, arguments);
            reached(Moment.AFTER_COMMIT_OF, statements);
            return nothing;
        }

        private @Nullable Object prepared(Method method, Object @Nullable [] arguments) throws Throwable {
            Object statement = call(session, method, arguments);
            String sql = arguments == null ? "" : String.valueOf(arguments[0]);
            return statement == null
                    ? null
                    : proxy(PreparedStatement.class, (proxy, what, with) -> execute(statement, sql, what, with));
        }

        private @Nullable Object execute(Object statement, String sql, Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            reached(Moment.BEFORE, sql);
            Object result = call(statement, method, arguments);
            transaction.append(sql).append('\n');
            reached(Moment.AFTER, sql);
            return result;
        }
    }
}
