package dev.migrate.type.copy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.KeyTables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a copy does within a database, and from one to another. */
final class CopyPagesIT {

    private static final String POSTS = """
            create table users (id int primary key, name text not null);
            insert into users select i, 'user' || i from generate_series(1, 10) i;
            create table posts (id bigint primary key, author int not null, title varchar(40), n int);
            insert into posts select i, i % 10 + 1, 'Post ' || i, i % 7 from generate_series(1, 100) i;
            """;
    private static final String DOCUMENTS =
            "create table documents (id bigint primary key, title text, author varchar(20), n smallint default 5);";

    @TempDir
    private static Path config;

    private static TwoDatabases two;

    @BeforeAll
    static void open() {
        two = new TwoDatabases(config);
    }

    @AfterAll
    static void close() {
        two.close();
    }

    private static void fill(String more) {
        two.fill(POSTS + DOCUMENTS + more, DOCUMENTS + more);
    }

    private static String job(String target, String onConflict) {
        return """
                type: copy
                source:
                  database: shop
                  table: posts
                  select: |
                    select u.name as author, p.id, p.title  -- {range} or :nothing, 'it''s
                    from posts p join users u on u.id = p.author where {range p}
                target: {database: %s, table: documents, on-conflict: %s}
                """.formatted(target, onConflict);
    }

    private static final String SUMS = "select count(*) || ' ' || sum(id) || ' ' || min(title) || ' ' || max(author)"
            + " || ' ' || min(n) from documents";

    @ParameterizedTest
    @CsvSource({"shop, error", "shop, update", "shop, nothing", "search, error", "search, update", "search, nothing"})
    void copies_what_the_select_gives_column_by_column(String target, String onConflict) throws Exception {
        fill("");
        PreparedJob job = two.prepare(job(target, onConflict));
        assertThat(job.targets(new DatabaseName("shop"))).containsExactly(new DatabaseName(target));
        assertThat(two.run(job, 7)).isEqualTo(Ledger.changed(100, 100));
        assertThat(two.list(target, SUMS)).containsExactly("100 5050 Post 1 user9 5");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, update, 100, new",
        "search, update, 100, new",
        "shop, nothing, 90, old",
        "search, nothing, 90, old"
    })
    void rows_that_are_there_are_replaced_or_left(String target, String onConflict, long written, String tenth)
            throws Exception {
        fill("insert into documents select i, 'old', 'old', 1 from generate_series(1, 10) i");
        assertThat(two.run(two.prepare(job(target, onConflict)), 30)).isEqualTo(Ledger.changed(100, written));
        assertThat(two.list(
                        target, "select case title when 'old' then 'old' else 'new' end from documents where id = 10"))
                .containsExactly(tenth);
        // The select says nothing of this column.
        assertThat(two.list(target, "select n from documents where id in (10, 11) order by id"))
                .containsExactly("1", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void a_key_besides_the_primary_one_tells_what_is_there(String target) throws Exception {
        fill(
                "alter table documents alter title set not null; create unique index on documents (title); insert into documents values (1000, 'Post 7', 'old')");
        PreparedJob job = two.prepare(job(target, "update, key: title, columns: [title, author]")
                .replace("p.id, p.title", "p.id, p.title, 1 as other")
                .replace("columns: [", "columns: [id, "));
        assertThat(two.run(job, 1000)).isEqualTo(Ledger.changed(100, 100));
        assertThat(two.list(target, "select author from documents where title = 'Post 7'"))
                .containsExactly("user8");
    }

    @Test
    void copies_every_row_once_and_finds_the_one_refused_whatever_the_key() throws Exception {
        two.fill("", "");
        new KeyTables(two.databases());
        for (String table : KeyTables.names().toList()) {
            two.databases().execute("search", """
                    create temporary table kept as select * from %1$s limit 1 offset 400;
                    truncate %1$s;
                    insert into %1$s table kept""".formatted(table));
            PreparedJob job = two.prepare("""
                    type: copy
                    source: {database: shop, table: '%1$s', select: 'select * from %1$s p where {range P}'}
                    target: {database: search, table: '%1$s'}
                    on-error: {skip: 1}
                    """.formatted(table));
            long rows = Long.parseLong(
                    two.list("shop", "select count(*) from " + table).get(0));
            assertThat(two.run(job, 131)).as(table).isEqualTo(new Ledger(rows, rows - 1, 0, 0, 1, rows - 1));
            assertThat(two.list("search", "select count(*) from " + table)).containsExactly("" + rows);
        }
    }

    @Test
    void one_key_alone_is_a_page_too() throws Exception {
        fill("");
        PreparedJob job = two.prepare(job("search", "error"));
        assertThat(two.page(job, KeyRange.of(KeyValue.of(17))).ledger()).isEqualTo(Ledger.changed(1, 1));
        assertThat(two.list("search", "select id from documents")).containsExactly("17");
    }

    @Test
    void the_source_bears_a_target_that_waits_and_its_session_is_given_back_as_it_was() throws Exception {
        fill("");
        String settings = "current_setting('tcp_user_timeout') || ' ' || current_setting('transaction_isolation')";
        List<String> before = two.list("shop", "select " + settings);
        assertThat(two.run(two.prepare(job("search", "error").replace("p.title ", settings + " as title ")), 50))
                .isEqualTo(Ledger.changed(100, 100));
        assertThat(two.list("search", "select distinct title from documents"))
                .containsExactly("120000 repeatable read");
        assertThat(two.list("shop", "select " + settings)).isEqualTo(before);
    }

    @Test
    void what_is_counted_of_another_server_is_what_is_copied() throws Exception {
        fill("");
        PreparedJob job = two.prepare(job("search", "error")
                .replace("select: |", "where: \"pg_advisory_xact_lock_shared(7)::text = ''\"\n  select: |"));
        try (Connection other =
                        two.databases().dataSource(new DatabaseName("shop")).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(7)");
            CompletableFuture<PageResult> page = CompletableFuture.supplyAsync(() -> page(job));
            await().until(() -> !two.list(
                            "shop", "select pid from pg_locks where locktype = 'advisory' and not granted")
                    .isEmpty());
            statement.execute("insert into posts values (1000, 1, 'late'); select pg_advisory_unlock(7)");
            assertThat(page.get(20, SECONDS).ledger()).isEqualTo(Ledger.changed(100, 100));
        }
        assertThat(two.list("search", "select count(*) from documents")).containsExactly("100");
    }

    private static PageResult page(PreparedJob job) {
        try {
            return two.page(job, new KeyRange(KeyValue.of(0), KeyValue.of(5000)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void hostile_names_and_values_stay_what_they_are(String target) throws Exception {
        String table = """
                create table "a?b ""%s\\ 'x' $1 {range}" ("k?%L" text primary key, "v $$ \\" text, "w:n" text);
                """;
        String rows = """
                insert into "a?b ""%s\\ 'x' $1 {range}" select k, k, null from unnest(array['''', '\\', 'a?', '$1', '%s', e'\\\\''', '', 'ü€', '--', '"']) k;
                """;
        two.fill(
                table + rows + "create table other (\"k?%L\" text primary key, \"v $$ \\\" text, \"w:n\" text)",
                "create table other (\"k?%L\" text primary key, \"v $$ \\\" text, \"w:n\" text)");
        String evil = "'; drop table other; -- \\'); \\";
        PreparedJob job = two.prepare("""
                type: copy
                source:
                  database: shop
                  table: '"a?b ""%%s\\ ''x'' $1 {range}"'
                  select: |
                    select t.*, :evil as "w:n", '\\' as x from (select "k?%%L", "v $$ \\" from "a?b ""%%s\\ 'x' $1 {range}" where {range}) t
                target: {database: %s, table: other, columns: ['"k?%%L"', '"v $$ \\"', '"w:n"']}
                """.formatted(target), Map.of("evil", evil));
        assertThat(two.run(job, 3)).isEqualTo(Ledger.changed(10, 10));
        assertThat(two.list(target, "select distinct \"w:n\" from other")).containsExactly(evil);
        assertThat(two.list(target, "select count(*) from other where \"k?%L\" = \"v $$ \\\""))
                .containsExactly("10");
    }
}
