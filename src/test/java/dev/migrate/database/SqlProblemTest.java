package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.UserMistake;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlProblemTest {

    @ParameterizedTest
    @CsvSource({
        "40001, PASSING", // serialization failure
        "40P01, PASSING", // deadlock
        "08006, PASSING", // lost connection
        "08001, PASSING", // no connection
        "57P01, PASSING", // admin shutdown
        "57P03, PASSING", // starting
        "53300, PASSING", // too many connections
        "55P03, PASSING", // lock timeout
        "57014, PASSING", // cancelled
        "25P03, PASSING", // idle in transaction
        "08004, OPERATOR", // rejected
        "28P01, OPERATOR", // wrong password
        "42501, OPERATOR", // no permission
        "42P01, OPERATOR", // undefined table
        "42703, OPERATOR", // undefined column
        "42601, OPERATOR", // syntax
        "53100, OPERATOR", // disk full
        "57P04, OPERATOR", // database dropped
        "22012, OPERATOR", // division by zero
        "23505, OPERATOR", // unique
        "P0001, OPERATOR", // raise
        "25006, OPERATOR", // read-only
        "08P01, BUG", // protocol
        "25P02, BUG", // transaction is aborted
        "XX000, BUG" // internal
    })
    void judges_by_the_state(String state, SqlProblem problem) {
        assertThat(SqlProblem.of(new SQLException("x", state))).isEqualTo(problem);
    }

    @Test
    void looks_for_the_state_among_the_causes() {
        Exception error = new IllegalStateException(new SQLException("x", null, new SQLException("y", "40001")));
        assertThat(SqlProblem.of(error)).isEqualTo(SqlProblem.PASSING);
        assertThat(SqlProblem.sqlState(error)).contains("40001");
    }

    @Test
    void takes_a_pool_without_a_free_connection_for_passing() {
        assertThat(SqlProblem.of(new SQLTransientConnectionException("timed out")))
                .isEqualTo(SqlProblem.PASSING);
    }

    @Test
    void takes_a_broken_socket_for_passing() {
        assertThat(SqlProblem.of(new IllegalStateException(new SocketException("Connection reset"))))
                .isEqualTo(SqlProblem.PASSING);
    }

    @Test
    void leaves_a_mistake_of_the_user_to_the_operator() {
        assertThat(SqlProblem.of(new IllegalStateException(new UserMistake("no"))))
                .isEqualTo(SqlProblem.OPERATOR);
    }

    @Test
    void takes_anything_else_for_a_bug() {
        assertThat(SqlProblem.of(new NullPointerException())).isEqualTo(SqlProblem.BUG);
        assertThat(SqlProblem.sqlState(new NullPointerException())).isEmpty();
    }
}
