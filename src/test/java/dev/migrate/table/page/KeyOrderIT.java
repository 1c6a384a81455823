package dev.migrate.table.page;

import static dev.migrate.table.KeyTables.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.database.Query;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.KeyTables;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyOrderIT {

    private static final TestDatabases DATABASES = new TestDatabases("left");
    private static final KeyTables TABLES = new KeyTables(DATABASES);

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    private static KeyOrder order(String table) throws SQLException {
        return new KeyOrder(TABLES.space(table, LEFT).first(), new Query(DATABASES.dataSource(LEFT)));
    }

    private static KeyValue key(String parts) {
        return new KeyValue(Arrays.asList(parts.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "of_int8, -9223372036854775808, 9, 10",
        "of_text, a, B, c",
        "of_numeric, -0.5, 9, NaN",
        "of_date, 0044-03-15 BC, 0100-01-01, infinity",
        "of_two, 2 z, 10 a, 10 b",
    })
    void is_the_order_of_the_column(String table, String least, String between, String greatest) throws SQLException {
        List<KeyValue> keys = Stream.of(between, greatest, least, between)
                .map(table.equals("of_two") ? KeyOrderIT::key : KeyValue::of)
                .toList();
        assertThat(order(table).least(keys)).contains(keys.get(2));
        assertThat(order(table).greatest(keys)).contains(keys.get(1));
    }

    @Test
    void of_no_keys_none_is_the_least() throws SQLException {
        assertThat(order("of_text").least(List.of())).isEmpty();
        assertThat(order("of_int8").greatest(List.of())).isEmpty();
    }

    @Test
    void equal_keys_need_no_database() throws SQLException {
        List<KeyValue> same = List.of(KeyValue.of("not a date"), KeyValue.of("not a date"));
        assertThat(order("of_date").least(same)).contains(same.get(0));
    }
}
