package dev.migrate.type.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Finding;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.KeyTables;
import dev.migrate.testing.Shards;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CheckPagesIT {

    private static final String POSTS = """
            create table posts (id bigint primary key, title text, likes int not null);
            insert into posts select i, 'post ' || i, i % 7 from generate_series(1, 100) i;
            create table likes as select p.id as post_id from posts p, generate_series(1, p.likes);
            """;

    @TempDir
    private static Path config;

    private static Shards shards;

    @BeforeAll
    static void open() {
        shards = new Shards(config, CheckJobType::new);
    }

    @AfterAll
    static void close() {
        shards.close();
    }

    @Test
    void several_rules_share_a_pass_over_all_shards() throws Exception {
        shards.fill(
                POSTS + "update posts set likes = 5 where id in (1, 2, 100); update posts set title = '' where id = 2;",
                POSTS + "delete from likes where post_id = 9; delete from posts where id > 20;");
        PreparedJob job = shards.prepare("""
                type: check
                source: {databases: [shard1, shard2], table: posts}
                rules:
                  likeCount: |
                    select p.id, p.likes, count(l.*) from posts p left join likes l on l.post_id = p.id
                    where {range p} group by p.id having p.likes <> count(l.*)
                  hasTitle: select title, id from posts where {range} and title = '';
                """);
        List<PageResult> results = shards.results(job, 9);
        assertThat(results).hasSizeGreaterThan(12);
        assertThat(ledger(results)).isEqualTo(Ledger.checked(120, 4));
        assertThat(words(results))
                .containsExactlyInAnyOrder(
                        "shard1 likeCount {id=1} {likes={source=5}, count={source=1}}",
                        "shard1 likeCount {id=2} {likes={source=5}, count={source=2}}",
                        "shard1 hasTitle {id=2} {title={source=}}",
                        "shard1 likeCount {id=100} {likes={source=5}, count={source=2}}",
                        "shard2 likeCount {id=9} {likes={source=2}, count={source=0}}");
    }

    @ParameterizedTest
    @MethodSource("dev.migrate.table.KeyTables#names")
    void finds_every_row_once_whatever_the_key(String table) throws Exception {
        shards.fill("");
        new KeyTables(shards.databases());
        long rows = Long.parseLong(shards.list("select count(*) from " + table).get(0));
        PreparedJob job = shards.prepare("""
                type: check
                source: {database: shard1, table: '%1$s'}
                rules:
                  all: select * from %1$s r where {range r}
                """.formatted(table));
        List<PageResult> results = shards.results(job, 37);
        assertThat(ledger(results)).isEqualTo(Ledger.checked(rows, rows));
        assertThat(findings(results).map(Finding::key).distinct()).hasSize((int) rows);
    }

    @Test
    void a_partition_of_one_key_is_that_row() throws Exception {
        shards.fill("create table posts (a int, b text collate \"C\", primary key (a, b));"
                + "insert into posts select i % 3, chr(64 + i) from generate_series(1, 9) i");
        PreparedJob job = shards.prepare(job("select b, a, 'x' as x from posts where {range}"));
        PageResult result = work(job).apply(new Page(1, KeyRange.of(KeyValue.of("1", "D")), 1));
        assertThat(result.ledger()).isEqualTo(Ledger.checked(1, 1));
        assertThat(words(List.of(result))).containsExactly("shard1 rule {a=1, b=D} {x={source=x}}");
    }

    @Test
    void a_row_may_break_several_rules_and_one_rule_twice() throws Exception {
        shards.fill(POSTS);
        PreparedJob job = shards.prepare("""
                type: check
                source: {database: shard1, table: posts}
                rules:
                  liked: select post_id as id from (select post_id, post_id as id from likes) l where {range} and id = 3
                  third: select id::numeric(5, 2) as id from posts where {range} and id = 3
                """);
        List<PageResult> results = shards.results(job, 10);
        assertThat(ledger(results)).isEqualTo(Ledger.checked(100, 1));
        assertThat(findings(results).map(Finding::rule)).containsExactly("liked", "liked", "liked", "third");
        assertThat(findings(results).map(Finding::key).distinct()).containsExactly(Map.of("id", 3L));
    }

    @Test
    void rows_that_the_source_leaves_out_are_not_counted_and_no_findings() throws Exception {
        shards.fill(POSTS);
        PreparedJob job = shards.prepare("""
                type: check
                source: {database: shard1, table: posts, where: "id > :after or null -- the old ones stay"}
                rules:
                  liked: select id from posts where {range} and likes = :likes
                """, Map.of("after", "50", "likes", "6"));
        List<PageResult> results = shards.results(job, 8);
        assertThat(ledger(results)).isEqualTo(Ledger.checked(50, 7));
        assertThat(findings(results).map(f -> f.key().get("id"))).containsExactly(55L, 62L, 69L, 76L, 83L, 90L, 97L);
        assertThat(job.notes()).singleElement().asString().contains("left out");
    }

    @Test
    void a_key_that_is_no_row_is_reported_and_not_counted() throws Exception {
        shards.fill(POSTS + "delete from posts where id in (40, 41)");
        PreparedJob job = shards.prepare(job("""
                select distinct id, 'orphan' as what from (select post_id as id from likes) l
                  where {range} and not exists (select from posts p where p.id = l.id)
                """));
        List<PageResult> results = shards.results(job, 8);
        assertThat(ledger(results)).isEqualTo(Ledger.checked(98, 0));
        assertThat(words(results))
                .containsExactly(
                        "shard1 rule {id=40} {what={source=orphan}}", "shard1 rule {id=41} {what={source=orphan}}");
    }

    @Test
    void a_key_that_is_no_row_is_in_the_page_by_the_order_of_the_column() throws Exception {
        shards.fill("create table posts (id text collate \"en-x-icu\" primary key);"
                + "insert into posts values ('a'), ('c'), ('D'), ('e')");
        PageWork work = work(shards.prepare(job(
                "select x as id from unnest(array['B', 'C', 'd']) x where exists (select from posts where {range})")));
        Page page = new Page(1, new KeyRange(KeyValue.of("a"), KeyValue.of("D")), 1);
        assertThat(words(List.of(work.apply(page))))
                .containsExactly("shard1 rule {id=B} {}", "shard1 rule {id=C} {}", "shard1 rule {id=d} {}");
    }

    @Test
    void details_are_what_the_server_writes() throws Exception {
        shards.fill("create table posts (id bigint primary key); insert into posts select generate_series(1, 8)");
        PreparedJob job = shards.prepare(job("""
                select id, 1e10::float8 as f, true as "is it?", null as nothing, '1 day 2 hours'::interval i, e'\\\\001'::bytea b,
                    timestamptz '2024-03-31 12:00:00.5Z' at, array['a b', null] "array", repeat('é', 1001) long from posts where {range}
                """));
        // So often that the driver begins to ask for values in binary.
        assertThat(findings(shards.results(job, 1)).map(Finding::columns).distinct())
                .singleElement()
                .satisfies(columns -> assertThat(columns.entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue().get("source")))
                        .containsExactly(
                                "f=10000000000",
                                "is it?=true",
                                "nothing=null",
                                "i=1 day 02:00:00",
                                "b=\\x01",
                                "at=2024-03-31 12:00:00.5+00",
                                "array={\"a b\",NULL}",
                                "long=" + "é".repeat(1_000) + "…"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select id + 1 as id from posts where {range} and id = 10                | the rule "rule" returned the row with the key 11, which is not in the page (0, 10] that it was asked about; put its {range} on the key that it returns
            select null::int as id from posts where {range}                         | the rule "rule" returned a row whose "id" is null, so that nobody could tell which row breaks it; select the key of public.posts, whose rows have one
            select id from posts where {range} and 1 / (id - 5) = 0                 | shard1 refuses the rule "rule" (division by zero); put right the rows, or the rule, which takes --reset
            select touch(id) as id from posts where {range}                         | shard1 refuses the rule "rule" (cannot execute UPDATE in a read-only transaction); put right the rows, or the rule, which takes --reset
            """)
    void what_fails_a_page_is_told(String rule, String sentence) throws Exception {
        shards.fill(POSTS + "create function touch(bigint) returns bigint language sql"
                + " as 'update posts set likes = 0 where id = $1 returning id'");
        PageWork work = work(shards.prepare(job(rule)));
        Page page = new Page(1, new KeyRange(KeyValue.of(0), KeyValue.of(10)), 1);
        assertThatThrownBy(() -> work.apply(page))
                .isInstanceOf(UserMistake.class)
                .hasMessage(sentence)
                .hasNoCause();
        assertThat(work(shards.prepare(job("select id from posts where {range} and id = 3")))
                        .apply(page)
                        .ledger())
                .isEqualTo(Ledger.checked(10, 1));
    }

    @Test
    void a_rule_that_returns_more_than_a_page_can_hold_is_told() throws Exception {
        shards.fill(POSTS);
        PageWork work = work(shards.prepare(job("select id from posts, generate_series(1, 50100) where {range}")));
        assertThatThrownBy(() -> work.apply(new Page(1, new KeyRange(KeyValue.of(0), KeyValue.of(10)), 1)))
                .hasMessage("the rules return more than 500,000 rows for the page (0, 10], the last of them by the rule"
                        + " \"rule\"; have a rule return a row of the table once, or set page-size to less");
    }

    @Test
    void a_page_is_one_snapshot() throws Exception {
        shards.fill(POSTS);
        // The first rule lets a deletion happen; the second one still sees what was counted.
        shards.databases().execute("shard1", """
                create extension dblink;
                create function vanish() returns boolean language plpgsql as $$ begin
                    perform dblink_exec('host=127.0.0.1 user=postgres port=' || current_setting('port') || ' dbname=' || current_database(), 'delete from posts where id > 5');
                    return false; end $$;
                """);
        PreparedJob job = shards.prepare("""
                type: check
                source: {database: shard1, table: posts}
                rules:
                  vanishing: select id from posts where {range} and id = 1 and vanish()
                  all: select id from posts where {range}
                """);
        Page page = new Page(1, new KeyRange(null, KeyValue.of(100)), 1);
        assertThat(work(job).apply(page).ledger()).isEqualTo(Ledger.checked(100, 100));
        assertThat(work(job).apply(page).ledger()).isEqualTo(Ledger.checked(5, 5));
    }

    @Test
    void connections_are_given_back_as_they_were() throws Exception {
        shards.fill(POSTS);
        shards.run(shards.prepare(job("select id from posts where {range}")), 50);
        try (Connection connection =
                shards.databases().dataSource(new DatabaseName("shard1")).getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(isolation(connection)).isEqualTo("read committed off");
        }
    }

    private static String isolation(Connection connection) throws SQLException {
        try (var rows = connection
                .createStatement()
                .executeQuery(
                        "select current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void a_database_has_no_partition_of_another_ones_job() {
        shards.fill(POSTS);
        PreparedJob job = shards.prepare(job("select id from posts where {range}"));
        Partition other = new Partition(1, 1, new DatabaseName("shard2"), KeyRange.ALL);
        assertThatThrownBy(() -> job.open(other)).hasMessage("the job has no table on database shard2");
    }

    private static PageWork work(PreparedJob job) {
        return (PageWork) job.open(new Partition(1, 1, new DatabaseName("shard1"), KeyRange.ALL));
    }

    private static Ledger ledger(List<PageResult> results) {
        return results.stream().map(PageResult::ledger).reduce(Ledger.NONE, Ledger::plus);
    }

    private static Stream<Finding> findings(List<PageResult> results) {
        return results.stream().flatMap(result -> result.findings().stream());
    }

    private static List<String> words(List<PageResult> results) {
        return findings(results)
                .map(f -> f.database() + " " + f.rule() + " " + f.key() + " " + f.columns())
                .toList();
    }

    private static String job(String rule) {
        return """
                type: check
                source: {database: shard1, table: posts}
                rules:
                  rule: |
                %s
                """.formatted(
                Arrays.stream(rule.split("\n")).map(line -> "    " + line).collect(Collectors.joining("\n")));
    }
}
