package dev.migrate.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesIT {

    private static final DatabaseName DB = new DatabaseName("db");
    private static final TestDatabases DATABASES = new TestDatabases("db");
    private final Tables tables = new Tables(DATABASES);

    @BeforeAll
    static void create_tables() {
        DATABASES.execute("db", """
                create schema other;
                create domain positive as int check (value > 0);
                create domain strictly_positive as positive not null;
                create type mood as enum ('sad', 'glad');
                create collation careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
                create table posts (id bigint primary key, gone int, title varchar(20) not null, "Odd ""Name" text,
                    score strictly_positive, feeling mood, tags int[], loud text collate careless,
                    doubled bigint generated always as (id * 2) stored, payload json);
                alter table posts drop column gone;
                create table other.hidden (id int primary key);
                create table pairs (b text, a smallint, c char(3) not null, n numeric(10, 2) not null, primary key (a, b));
                create unique index on pairs (c) include (n);
                create unique index on pairs (n) where n > 0;
                create unique index on pairs (lower(b));
                create table keyless (a int not null, b int, c int not null unique deferrable, d "char" not null unique);
                create view shown as select a, payload from keyless, (select null::json as payload) p;
                create table parted (id int not null, day date not null, primary key (day, id)) partition by range (day);
                create materialized view kept as select 1 as id;
                """);
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    private TableShape shape(String table) throws SQLException {
        return tables.read(DB, TableName.of(table)).orElseThrow();
    }

    private static List<ColumnName> columns(String... names) {
        return Stream.of(names).map(ColumnName::new).toList();
    }

    private Key key(String table, String... names) throws SQLException {
        return tables.key(shape(table), columns(names));
    }

    private void assertMistake(String sentence, String table, String... names) {
        assertThatIllegalArgumentException().isThrownBy(() -> key(table, names)).withMessage(sentence);
    }

    @Test
    void reads_every_column_in_order_without_dropped_ones() throws SQLException {
        assertThat(shape("posts").columns())
                .containsExactly(
                        new TableShape.Column(
                                new ColumnName("id"), "bigint", "int8", "bigint", 'b', true, false, true, null),
                        new TableShape.Column(
                                new ColumnName("title"),
                                "character varying(20)",
                                "varchar",
                                "character varying",
                                'b',
                                true,
                                false,
                                true,
                                null),
                        new TableShape.Column(
                                new ColumnName("Odd \"Name"), "text", "text", "text", 'b', false, false, true, null),
                        new TableShape.Column(
                                new ColumnName("score"),
                                "strictly_positive",
                                "int4",
                                "integer",
                                'b',
                                true,
                                false,
                                true,
                                null),
                        new TableShape.Column(
                                new ColumnName("feeling"),
                                "mood",
                                "public.mood",
                                "mood",
                                'e',
                                false,
                                false,
                                true,
                                null),
                        new TableShape.Column(
                                new ColumnName("tags"),
                                "integer[]",
                                "_int4",
                                "integer[]",
                                'b',
                                false,
                                false,
                                true,
                                null),
                        new TableShape.Column(
                                new ColumnName("loud"), "text", "text", "text", 'b', false, false, false, null),
                        new TableShape.Column(
                                new ColumnName("doubled"), "bigint", "int8", "bigint", 'b', false, true, true, null),
                        new TableShape.Column(
                                new ColumnName("payload"), "json", "json", "json", 'b', false, false, true, null));
    }

    @Test
    void finds_an_unqualified_table_along_the_search_path_only() throws SQLException {
        assertThat(shape("posts").name()).isEqualTo(new TableName("public", "posts"));
        assertThat(tables.read(DB, TableName.of("hidden"))).isEmpty();
        assertThat(tables.read(DB, TableName.of("nowhere.hidden"))).isEmpty();
        assertThat(shape("other.hidden").name()).isEqualTo(new TableName("other", "hidden"));
    }

    @Test
    void an_index_is_no_table() throws SQLException {
        assertThat(tables.read(DB, TableName.of("posts_pkey"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"posts,TABLE", "shown,VIEW", "parted,PARTITIONED_TABLE", "kept,MATERIALIZED_VIEW"})
    void tells_what_kind_a_relation_is(String table, TableShape.Kind kind) throws SQLException {
        assertThat(shape(table).kind()).isEqualTo(kind);
    }

    @Test
    void only_full_unique_indexes_on_plain_columns_are_unique_keys() throws SQLException {
        assertThat(shape("pairs").primaryKey()).isEqualTo(columns("a", "b"));
        assertThat(shape("pairs").uniqueKeys()).containsExactly(columns("a", "b"), columns("c"));
        assertThat(shape("keyless").uniqueKeys()).containsExactly(columns("d"));
    }

    @Test
    void the_key_is_the_primary_key_in_its_order() throws SQLException {
        assertThat(key("pairs"))
                .isEqualTo(new Key(List.of(
                        new Key.Column(new ColumnName("a"), "bigint"), new Key.Column(new ColumnName("b"), "text"))));
        assertThat(key("parted").columns().get(0).type()).isEqualTo("date");
    }

    @Test
    void bounds_are_cast_to_types_that_hold_any_value() throws SQLException {
        assertThat(key("pairs", "c").columns().get(0).type()).isEqualTo("bpchar");
        assertThat(key("pairs", "n", "c").columns().get(0).type()).isEqualTo("numeric");
        assertThat(key("keyless", "d").columns().get(0).type()).isEqualTo("\"char\"");
    }

    @Test
    void columns_that_contain_a_unique_key_are_unique() throws SQLException {
        assertThat(key("pairs", "n", "c")).hasToString("(n, c)");
    }

    @Test
    void views_are_taken_at_the_users_word() throws SQLException {
        assertThat(key("shown", "a")).hasToString("a");
        assertThat(key("kept", "id").isInteger()).isTrue();
    }

    @Test
    void says_why_columns_make_no_key() {
        assertMistake(
                "table \"public.keyless\" has no primary key; name unique, never-null columns with key: [...]",
                "keyless");
        assertMistake(
                "there is no column \"titel\" in table \"public.posts\"; did you mean \"title\"?", "posts", "titel");
        assertMistake("there is no column \"zzz\" in table \"public.posts\"", "posts", "zzz");
        assertMistake(
                "column \"b\" of table \"public.keyless\" may be null;"
                        + " declare it not null, or name other columns with key: [...]",
                "keyless",
                "b");
        assertMistake(
                "columns (a) are not unique in table \"public.keyless\";"
                        + " add a unique index, or name other columns with key: [...]",
                "keyless",
                "a");
        assertMistake(
                "column \"payload\" of view \"public.shown\" is of type json, which has no order;"
                        + " a key needs columns that can be sorted",
                "shown",
                "payload");
        assertMistake("the key (a, a) names a column twice", "pairs", "a", "a");
    }

    @Test
    void a_not_null_that_old_rows_may_break_does_not_count() throws SQLException {
        DATABASES.execute(
                "db", "create table unchecked (a int unique); alter table unchecked add not null a not valid");
        assertThat(shape("unchecked").columns().get(0).notNull()).isFalse();
    }

    @Test
    void estimates_tables_that_were_never_analysed() throws SQLException {
        DATABASES.execute("db", "create table fresh as select g as id from generate_series(1, 30000) g");
        assertThat(tables.estimate(source("fresh", BoundSql.TRUE))).isBetween(10_000L, 90_000L);
        assertThat(tables.estimate(source("fresh", BoundSql.of("id < ?::int -- few", "10"))))
                .isBetween(1L, 20_000L);
    }

    @Test
    void estimates_views() throws SQLException {
        DATABASES.execute("db", "create view counted as select g as id from generate_series(1, 77) g");
        assertThat(tables.estimate(source("counted", BoundSql.TRUE))).isEqualTo(77);
    }

    private static RowSource source(String table, BoundSql where) {
        Key key = new Key(List.of(new Key.Column(new ColumnName("id"), "bigint")));
        return new RowSource(DB, TableName.of(table), key, where);
    }
}
