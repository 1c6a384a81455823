package dev.migrate.type.rows;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.handler.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowValuesIT {

    private static RowJobs jobs;

    @BeforeAll
    static void open(@TempDir Path config) {
        jobs = new RowJobs(config);
        jobs.fill("""
                create type mood as enum ('sad', 'fine');
                create domain score as int check (value > 0);
                create domain numbers_like as numeric[];
                create table t (
                    id bigint primary key, small smallint, whole score, big bigint, exact numeric, near float8, yes bool,
                    said text, "Odd ""Name" varchar(20), raw bytea, tag uuid, at timestamptz, local timestamp, day date,
                    clock time, doc jsonb, feels mood, numbers int[], words text[], times timestamptz[], moods mood[],
                    nested int[], k1 text, clocks time[], far_clocks timetz[], locals timestamp[], ats timestamptz[],
                    days date[], exacts numbers_like, none date[]);
                insert into t values (
                    1, -7, 42, 9223372036854775807, 12345678901234567890.0123, 0.1, true,
                    E'two\\nlines 🐘 \\\\', 'odd', '\\x00ff', '00000000-0000-0000-0000-00000000002a',
                    '2026-03-29 01:30:00.123456+00', '2026-03-29 02:30:00', '0044-03-15', '23:59:59.999999',
                    '{"a": [1, null]}', 'fine', '{1,null,3}', '{a,null,"b,c"}', '{2026-03-29 01:30:00+00,null}',
                    '{sad,fine}', '{{1,2},{3,4}}', 'k',
                    '{23:59:59.999999,null,00:00,24:00}', '{12:00:00.5+05:30,00:00-00:53:28}',
                    '{2026-03-29 02:30:00,0044-03-15 12:00:00.000001 BC,infinity}',
                    '{{2026-03-29 01:30:00.123456+00},{12026-01-01 00:00+00},{-infinity},{1800-01-01 00:00+00}}',
                    '{0044-03-15 BC,12026-01-01,infinity,null}', '[0:2]={1.50,NaN,-2}', '{}');
                insert into t (id) values (2);
                """);
    }

    @AfterAll
    static void close() {
        jobs.close();
    }

    /** Lets a test look at the rows as a handler would. */
    private static void onRows(String where, Consumer<Row> test) throws Exception {
        Recorder.record(test);
        jobs.run(jobs.prepare("""
                type: rows
                source: {database: shard1, table: t, where: "%s"}
                handler: dev.migrate.type.rows.Recorder
                """.formatted(where)), 10);
        assertThat(Recorder.EVENTS).hasSizeGreaterThan(2);
    }

    @Test
    void each_getter_gives_what_the_server_has() throws Exception {
        onRows("id = 1", row -> {
            assertThat(row.key()).isEqualTo("1");
            assertThat(row.columns()).hasSize(30).startsWith("id", "small").contains("Odd \"Name");
            assertThat(row.getInt("small")).isEqualTo(-7);
            assertThat(row.getInt("whole")).isEqualTo(42);
            assertThat(row.getLong("big")).isEqualTo(Long.MAX_VALUE);
            assertThat(row.getBigDecimal("exact")).isEqualTo("12345678901234567890.0123");
            assertThat(row.getDouble("near")).isEqualTo(0.1);
            assertThat(row.getBoolean("yes")).isTrue();
            assertThat(row.getString("said")).isEqualTo("two\nlines 🐘 \\");
            assertThat(row.getString("Odd \"Name")).isEqualTo("odd");
            assertThat(row.getBytes("raw")).containsExactly(0, 255);
            assertThat(row.getUuid("tag")).isEqualTo(new UUID(0, 42));
            assertThat(row.getInstant("at")).isEqualTo(Instant.parse("2026-03-29T01:30:00.123456Z"));
            assertThat(row.getOffsetDateTime("at")).isEqualTo(OffsetDateTime.parse("2026-03-29T01:30:00.123456Z"));
            assertThat(row.getLocalDateTime("local")).isEqualTo(LocalDateTime.parse("2026-03-29T02:30:00"));
            assertThat(row.getLocalDate("day")).isEqualTo(LocalDate.of(44, 3, 15));
            assertThat(row.getLocalTime("clock")).isEqualTo(LocalTime.parse("23:59:59.999999"));
            assertThat(row.getList("numbers")).containsExactly(1, null, 3);
            assertThat(row.getList("words")).containsExactly("a", null, "b,c");
            assertThat(row.getList("times")).containsExactly(OffsetDateTime.parse("2026-03-29T01:30:00Z"), null);
            assertThat(row.getList("moods")).containsExactly("sad", "fine");
            assertThat(row.getList("nested")).isEqualTo(List.of(List.of(1, 2), List.of(3, 4)));
        });
    }

    @Test
    void any_value_can_be_had_as_text_and_as_an_object() throws Exception {
        onRows("id = 1", row -> {
            assertThat(List.of("id", "exact", "yes", "raw", "tag", "at", "local", "day", "doc", "feels", "numbers"))
                    .map(row::getString)
                    .containsExactly(
                            "1",
                            "12345678901234567890.0123",
                            "t",
                            "\\x00ff",
                            "00000000-0000-0000-0000-00000000002a",
                            "2026-03-29T01:30:00.123456Z",
                            "2026-03-29 02:30:00",
                            "0044-03-15",
                            "{\"a\": [1, null]}",
                            "fine",
                            "{\"1\",NULL,\"3\"}");
            assertThat(List.of("id", "exact", "near", "yes", "tag", "local", "clock", "doc", "feels", "numbers"))
                    .map(row::getObject)
                    .containsExactly(
                            1L,
                            new BigDecimal("12345678901234567890.0123"),
                            0.1,
                            true,
                            new UUID(0, 42),
                            LocalDateTime.parse("2026-03-29T02:30:00"),
                            LocalTime.parse("23:59:59.999999"),
                            "{\"a\": [1, null]}",
                            "fine",
                            Arrays.asList(1, null, 3));
        });
    }

    @Test
    void arrays_of_times_and_numbers_have_what_the_server_has() throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            onRows("id = 1", RowValuesIT::hasExactArrays);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void hasExactArrays(Row row) {
        assertThat(row.getList("clocks"))
                .containsExactly(LocalTime.parse("23:59:59.999999"), null, LocalTime.MIDNIGHT, "24:00:00");
        assertThat(row.getList("far_clocks"))
                .containsExactly(OffsetTime.parse("12:00:00.5+05:30"), OffsetTime.parse("00:00-00:53:28"));
        assertThat(row.getList("locals"))
                .containsExactly(
                        LocalDateTime.parse("2026-03-29T02:30:00"),
                        LocalDateTime.parse("-0043-03-15T12:00:00.000001"),
                        "infinity");
        assertThat(row.getList("ats"))
                .isEqualTo(List.of(
                        List.of(OffsetDateTime.parse("2026-03-29T01:30:00.123456Z")),
                        List.of(OffsetDateTime.parse("+12026-01-01T00:00:00Z")),
                        List.of("-infinity"),
                        List.of(OffsetDateTime.parse("1800-01-01T00:00:00Z"))));
        assertThat(row.getList("days"))
                .containsExactly(LocalDate.of(-43, 3, 15), LocalDate.of(12026, 1, 1), "infinity", null);
        assertThat(row.getObject("exacts")).isEqualTo(List.of(new BigDecimal("1.50"), "NaN", new BigDecimal("-2")));
        assertThat(row.getList("none")).isEmpty();
        assertThat(row.getString("clocks")).isEqualTo("{23:59:59.999999,NULL,00:00:00,24:00:00}");
        assertThat(row.getString("exacts")).isEqualTo("[0:2]={1.50,NaN,-2}");
    }

    @Test
    void null_is_null_whatever_the_type_and_no_primitive() throws Exception {
        onRows("id = 2", row -> {
            List<String> columns = row.columns().subList(1, row.columns().size());
            assertThat(columns).allMatch(row::isNull).map(row::getObject).containsOnlyNulls();
            assertThat(columns).map(row::getString).containsOnlyNulls();
            assertThat(row.getInstant("at")).isNull();
            assertThat(row.getList("numbers")).isNull();
            assertThat(row.getBytes("raw")).isNull();
            assertThat(row.isNull("id")).isFalse();
            assertThatThrownBy(() -> row.getInt("small"))
                    .hasMessage("column \"small\" is null, which no primitive type is; ask isNull(\"small\") first");
        });
    }

    @Test
    void what_cannot_be_had_is_told_in_a_sentence() throws Exception {
        List<Row> kept = new ArrayList<>();
        onRows("id = 1", row -> {
            kept.add(row);
            assertThatThrownBy(() -> row.getLong("smal"))
                    .hasMessage("the row has no column \"smal\"; did you mean \"small\"?");
            assertThatThrownBy(() -> row.getLong("said"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("column \"said\" is of type text, and its value cannot be had as a long: ");
            assertThatThrownBy(() -> row.getInt("big")).hasMessageContaining("cannot be had as an int");
            assertThatThrownBy(() -> row.getInstant("local"))
                    .hasMessageContaining("cannot be had as OffsetDateTime: only a timestamptz can");
            assertThatThrownBy(() -> row.getBytes("said"))
                    .hasMessageContaining("cannot be had as bytes: only a bytea can");
        });
        assertThatThrownBy(() -> requireNonNull(kept.get(0)).getString("said"))
                .hasMessage("the row is gone: it can be read only until handle returns");
    }
}
