package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SqlProblemIT {

    @Test
    void takes_a_connection_that_broke_and_that_the_pool_threw_away_for_passing() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(TestServer.freshDatabase());
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                Throwable broken =
                        catchThrowable(() -> statement.execute("select pg_terminate_backend(pg_backend_pid())"));
                Throwable thrownAway = catchThrowable(connection::rollback);

                assertThat(SqlProblem.of(broken)).isEqualTo(SqlProblem.PASSING);
                assertThat(SqlProblem.of(thrownAway)).isEqualTo(SqlProblem.PASSING);
            }
        }
    }
}
