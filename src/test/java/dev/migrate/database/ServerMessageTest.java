package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.UserMistake;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class ServerMessageTest {

    private final SQLException refused = new SQLException("Connection to db0:5432 refused.\nat least so", "08001");

    @Test
    void is_what_the_server_said_whoever_wraps_it() {
        SQLException said =
                new PSQLException(new ServerErrorMessage("SFATAL\0C57P03\0Mthe database system is starting up\0"));

        assertThat(ServerMessage.of(new UserMistake("the repository cannot be opened", said)))
                .isEqualTo("the database system is starting up");
    }

    @Test
    void is_what_the_driver_said_where_no_server_did() {
        SQLException pool = new SQLTransientConnectionException("pool - Connection is not available", refused);

        assertThat(ServerMessage.of(new IllegalStateException("Failed to obtain JDBC Connection", pool)))
                .isEqualTo("Connection to db0:5432 refused.");
    }

    @Test
    void is_the_sentence_for_the_user_where_there_is_one() {
        assertThat(ServerMessage.of(new UserMistake("the repository cannot be reached: start it", refused)))
                .isEqualTo("the repository cannot be reached: start it");
    }

    @Test
    void is_the_error_s_own_where_no_database_is_to_blame() {
        assertThat(ServerMessage.of(new IllegalStateException("no\nreally", new IllegalArgumentException("because"))))
                .isEqualTo("no");
    }
}
