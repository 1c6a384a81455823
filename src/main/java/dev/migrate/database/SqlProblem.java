package dev.migrate.database;

import dev.migrate.job.UserMistake;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who must act on an error: the one place that knows what SQLSTATEs mean. */
public enum SqlProblem {
    /** Goes away by itself: a deadlock, a lost connection, a server that is starting. To be tried again, with a limit. */
    PASSING,
    /** Whoever runs the job or the server: a missing right, a table that is not there, a full disk, a mistake in SQL. */
    OPERATOR,
    /** We. */
    BUG;

    private static final Set<String> PASSING_STATES = Set.of(
            "40001", // serialization failure
            "40003", // statement completion unknown
            "40P01", // deadlock
            "53000", // insufficient resources
            "53200", // out of memory
            "53300", // too many connections
            "55006", // object in use
            "55P03", // lock not available
            "57014", // query cancelled
            "57P01", // admin shutdown
            "57P02", // crash shutdown
            "57P03", // cannot connect now
            "57P05", // idle session timeout
            "25P03", // idle in transaction timeout
            "25P04"); // transaction timeout
    private static final Set<String> OPERATOR_STATES = Set.of(
            "08004", // the server rejects the connection: it wants a password, or other encryption
            "25006", // read-only transaction: a standby
            "2BP01", // dependent objects
            "XX001", // data corrupted
            "XX002"); // index corrupted
    private static final Set<String> OPERATOR_CLASSES = Set.of(
            "0A", // not supported
            "21", // cardinality: a subquery returns several rows
            "22", // data: division by zero, out of range
            "23", // constraint
            "28", // authorization
            "38", // external routine
            "39", // external routine invocation
            "3D", // no such database
            "3F", // no such schema
            "42", // syntax, access, names
            "44", // check option of a view
            "53", // disk full, configured limit
            "54", // program limit
            "55", // state of an object
            "57", // database dropped
            "58", // input and output
            "HV", // foreign data
            "P0"); // raised by PL/pgSQL

    /** Judges by the first cause that tells: an SQLSTATE, a broken connection; else whether it is a user's mistake. */
    public static SqlProblem of(Throwable error) {
        return causes(error)
                .flatMap(cause -> judge(cause).stream())
                .findFirst()
                .orElse(causes(error).anyMatch(UserMistake.class::isInstance) ? OPERATOR : BUG);
    }

    /** The SQLSTATE of the first cause that has one. */
    public static Optional<String> sqlState(Throwable error) {
        return causes(error)
                .flatMap(cause -> Optional.ofNullable(state(cause)).stream())
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    private static Optional<SqlProblem> judge(Throwable error) {
        String state = state(error);
        if (state != null) {
            return Optional.of(ofState(state));
        }
        if (error instanceof SQLTransientException || isLostConnection(error)) {
            return Optional.of(PASSING);
        }
        return Optional.empty();
    }

    private static boolean isLostConnection(Throwable error) {
        return error instanceof SocketException || error instanceof SocketTimeoutException || isTakenByPool(error);
    }

    // What HikariCP answers when it has already thrown away the connection as broken, and no SQLSTATE with it: a
    // rollback
    // that fails so hides what went wrong before.
    private static boolean isTakenByPool(Throwable error) {
        return error instanceof SQLException && "Connection is closed".equals(error.getMessage());
    }

    private static @Nullable String state(Throwable error) {
        return error instanceof SQLException sql && isState(sql.getSQLState()) ? sql.getSQLState() : null;
    }

    private static boolean isState(@Nullable String state) {
        return state != null && state.length() == 5;
    }

    private static SqlProblem ofState(String state) {
        String group = state.substring(0, 2);
        if (OPERATOR_STATES.contains(state)) {
            return OPERATOR;
        }
        if (PASSING_STATES.contains(state) || (group.equals("08") && !state.equals("08P01"))) {
            return PASSING;
        }
        return OPERATOR_CLASSES.contains(group) ? OPERATOR : BUG;
    }
}
