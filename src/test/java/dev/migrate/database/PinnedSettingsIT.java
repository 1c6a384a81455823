package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PinnedSettingsIT {

    private static final String URL = TestServer.freshDatabase();

    @ParameterizedTest
    @CsvSource({
        "array_nulls, off, on",
        "bytea_output, escape, hex",
        "default_transaction_isolation, serializable, read committed",
        "IntervalStyle, iso_8601, postgres",
        "quote_all_identifiers, on, off",
        "standard_conforming_strings, off, on",
        "statement_timeout, 1000, 0",
        "TimeZone, Asia/Tokyo, UTC",
        "transaction_timeout, 1000, 0",
        "transform_null_equals, on, off",
        "xmloption, document, content"
    })
    void hold_whatever_the_database_is_set_to(String setting, String set, String pinned) throws SQLException {
        setDatabase(setting, "'" + set + "'");
        assertThat(pinned(URL, "show " + setting)).isEqualTo(pinned);
    }

    @Test
    void leave_timeouts_that_the_url_asks_for() throws SQLException {
        setDatabase("statement_timeout", "1000");
        assertThat(pinned(URL + "&options=-c%20statement_timeout=7s", "show statement_timeout"))
                .isEqualTo("7s");
    }

    @Test
    void let_nothing_stand_before_postgresql_s_own() throws SQLException {
        TestServer.execute(URL, """
                create schema "Odd, name";
                create function "Odd, name".upper(text) returns text language sql as 'select ''mine''';
                """);
        setDatabase("search_path", "public, \"Odd, name\", pg_catalog");
        assertThat(pinned(URL, "show search_path")).isEqualTo("public, \"Odd, name\"");
        assertThat(pinned(URL, "select upper('a')")).isEqualTo("A");
        setDatabase("search_path", "pg_catalog");
        assertThat(pinned(URL, "show search_path")).isEmpty();
    }

    @Test
    void leave_a_search_path_alone_that_does_no_harm() throws SQLException {
        setDatabase("search_path", "nowhere, \"$user\", public");
        assertThat(pinned(URL, "show search_path")).isEqualTo("nowhere, \"$user\", public");
    }

    private static void setDatabase(String setting, String value) {
        TestServer.execute(
                URL,
                "do $$ begin execute format('alter database %%I set %s = %s', current_database()); end $$"
                        .formatted(setting, value.replace("'", "''")));
    }

    private static String pinned(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(PinnedSettings.SQL);
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
