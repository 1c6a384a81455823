package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Finding;
import dev.migrate.job.Ledger;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.type.compare.TwoTables.Outcome;
import dev.migrate.type.compare.hash.HashWay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparePagesIT {

    private static final String POSTS =
            "create table posts as select i::bigint as id, 'title ' || i as title, i % 7 as likes from generate_series(1, 5000) i;"
                    + "alter table posts add primary key (id);";
    private static final String BY_ID = """
            type: compare
            source: {database: primary, table: posts}
            target: {database: replica, table: posts}
            """;

    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        tables = new TwoTables(config);
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Test
    void a_few_differences_among_many_rows_are_found_in_buckets_of_ids() throws Exception {
        tables.fill(POSTS, POSTS + """
                        delete from posts where id in (1, 1500, 5000);
                        update posts set likes = 8 where id in (2, 2500, 4999);
                        insert into posts values (0, 'new', 1), (6000, 'new', 1);
                        """);
        Outcome outcome = tables.run(tables.prepare(BY_ID, Map.of()), 1_000);
        assertThat(ids(outcome, Finding.Kind.MISSING)).containsExactly(1L, 1500L, 5000L);
        assertThat(ids(outcome, Finding.Kind.DIFFERENT)).containsExactly(2L, 2500L, 4999L);
        assertThat(ids(outcome, Finding.Kind.EXTRA)).containsExactly(0L, 6000L);
        assertThat(outcome.ledger()).isEqualTo(Ledger.checked(5_000, 6));
    }

    @Test
    void a_few_differences_among_many_rows_are_found_in_buckets_of_hashes() throws Exception {
        String byTitle = "alter table posts drop constraint posts_pkey, add primary key (title, id);";
        tables.fill(POSTS + byTitle, POSTS + byTitle + """
                        delete from posts where id in (1, 1500, 5000);
                        update posts set likes = 8 where id in (2, 2500, 4999);
                        insert into posts values (0, 'new', 1);
                        """);
        PreparedJob job = tables.prepare(BY_ID, Map.of());
        for (Outcome outcome : List.of(tables.run(job, 1_000), tables.run(job, 10_000))) {
            assertThat(ids(outcome, Finding.Kind.MISSING)).containsExactlyInAnyOrder(1L, 1500L, 5000L);
            assertThat(ids(outcome, Finding.Kind.DIFFERENT)).containsExactlyInAnyOrder(2L, 2500L, 4999L);
            assertThat(ids(outcome, Finding.Kind.EXTRA)).containsExactly(0L);
            assertThat(outcome.ledger()).isEqualTo(Ledger.checked(5_000, 6));
        }
    }

    @Test
    void every_row_of_a_table_may_differ() throws Exception {
        tables.fill(POSTS, POSTS + "update posts set likes = likes + 1");
        Outcome outcome = tables.run(tables.prepare(BY_ID, Map.of()), 2_000);
        assertThat(ids(outcome, Finding.Kind.DIFFERENT))
                .isEqualTo(
                        IntStream.rangeClosed(1, 5_000).mapToObj(Long::valueOf).toList());
        assertThat(outcome.ledger()).isEqualTo(Ledger.checked(5_000, 5_000));
    }

    @Test
    void a_page_is_measured_by_the_side_with_more_rows() throws Exception {
        tables.fill(POSTS, POSTS + "delete from posts where id > 100");
        PreparedJob job = tables.prepare(BY_ID, Map.of());
        assertThat(tables.run(job, 10_000).rows()).isEqualTo(5_000);
        tables.fill(POSTS + "delete from posts where id > 100", POSTS);
        assertThat(tables.run(job, 10_000).rows()).isEqualTo(5_000);
    }

    @Test
    void a_table_may_have_as_many_columns_as_postgresql_allows() throws Exception {
        String wide = IntStream.range(1, 1_600)
                .mapToObj(i -> "c%d text[]".formatted(i))
                .collect(Collectors.joining(", ", "create table posts (id bigint primary key, ", ");"));
        tables.fill(
                wide + "insert into posts (id, c1598) values (1, '{a}'), (2, '{a}')",
                wide + "insert into posts (id, c1598) values (1, '{a}'), (2, '{b}')");
        assertThat(tables.run(tables.prepare(BY_ID, Map.of()), 10).lines())
                .containsExactly("different {id=2} {c1598={source={a}, target={b}}}", "read 2, found 1");
        assertThat(tables.run(tables.prepare(HashWay.TEXT, BY_ID, Map.of()), 10).lines())
                .containsExactly("different {id=2} {c1598={source={a}, target={b}}}", "read 2, found 1");
    }

    @Test
    void a_key_that_is_none_is_told_when_two_rows_have_it() {
        String view = "create table p (id int, a int); create view posts as select * from p;";
        tables.fill(view + "insert into p values (1, 1), (1, 2)", view + "insert into p values (1, 1)");
        PreparedJob job = tables.prepare("""
                type: compare
                source: {database: primary, table: posts, key: id}
                target: {database: replica, table: posts}
                """, Map.of());
        assertThatThrownBy(() -> tables.run(job, 10))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "the key id is not unique in public.posts of primary: 1 stands there twice; name other columns"
                                + " with key: [...]");
    }

    @Test
    void a_failure_of_either_side_fails_the_page() {
        for (String side : List.of("source", "target")) {
            tables.fill(POSTS, POSTS);
            String good = "database: %s, table: posts";
            String bad = good + ", where: 1 / (id - 77) is not null";
            PreparedJob job = tables.prepare(
                    "type: compare\nsource: {%s}\ntarget: {%s}\n"
                            .formatted(
                                    (side.equals("source") ? bad : good).formatted("primary"),
                                    (side.equals("target") ? bad : good).formatted("replica")),
                    Map.of());
            assertThatThrownBy(() -> tables.run(job, 10_000)).hasMessageContaining("division by zero");
        }
    }

    @Test
    void the_statements_are_shown_for_both_sides() {
        tables.fill(POSTS, POSTS);
        assertThat(tables.prepare(BY_ID, Map.of()).statements())
                .hasSize(2)
                .allSatisfy(sql -> assertThat(sql)
                        .contains("\"id\" > ?::bigint and \"id\" <= ?::bigint")
                        .contains("from \"public\".\"posts\""));
    }

    private static List<Object> ids(Outcome outcome, Finding.Kind kind) {
        return outcome.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(finding -> finding.key().get("id"))
                .toList();
    }
}
