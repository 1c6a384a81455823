package dev.migrate.type.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.KeyTables;
import dev.migrate.testing.Shards;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SqlPagesIT {

    private static final String POSTS = """
            create table posts (id bigint primary key, author text, n int not null default 0);
            insert into posts select i, 'user' || i % 3 from generate_series(1, 100) i;
            """;

    private static Shards shards;

    @BeforeAll
    static void open(@TempDir Path config) {
        shards = new Shards(config, SqlJobType::new);
    }

    @AfterAll
    static void close() {
        shards.close();
    }

    @Test
    void changes_every_row_of_every_database_once() throws Exception {
        shards.fill(POSTS, POSTS + "delete from posts where id % 10 > 0");
        PreparedJob job = shards.prepare("""
                type: sql
                source: {databases: [shard1, shard2], table: posts}
                statement: update posts set n = n + 1 where {range}
                """);
        assertThat(job.targets(new DatabaseName("shard2"))).containsExactly(new DatabaseName("shard2"));
        assertThat(shards.run(job, 7)).isEqualTo(Ledger.changed(110, 110));
        assertThat(shards.list("select n, count(*) from posts group by n")).containsExactly("1");
        assertThat(shards.list("shard2", "select distinct n from posts")).containsExactly("1");
        assertThat(shards.run(job, 1_000)).isEqualTo(Ledger.changed(110, 110));
        assertThat(shards.list("select distinct n from posts")).containsExactly("2");
    }

    @ParameterizedTest
    @MethodSource("dev.migrate.table.KeyTables#names")
    void changes_every_row_once_whatever_the_key(String table) throws Exception {
        shards.fill("");
        new KeyTables(shards.databases());
        shards.databases().execute("shard1", "alter table " + table + " add n int not null default 0");
        String rows = shards.list("select count(*) from " + table).get(0);
        PreparedJob job = shards.prepare("""
                type: sql
                source: {database: shard1, table: '%1$s'}
                statement: update %1$s p set n = n + 1 where {range p}
                """.formatted(table));
        assertThat(shards.run(job, 37)).isEqualTo(Ledger.changed(Long.parseLong(rows), Long.parseLong(rows)));
        assertThat(shards.list("select distinct n from " + table)).containsExactly("1");
    }

    @Test
    void counts_what_the_where_of_the_source_chooses_and_what_the_statement_changes() throws Exception {
        shards.fill(POSTS);
        PreparedJob job = shards.prepare("""
                type: sql
                source: {database: shard1, table: posts, where: "id > :after -- the old ones stay"}
                statement: |
                  update posts set author = nullif(:author, ''), n = :n  -- {rnge}
                  where {range} and id > :after and author <> '{range}' and author = 'user1'
                """, Map.of("after", "50", "author", "", "n", "7"));
        assertThat(shards.run(job, 9)).isEqualTo(Ledger.changed(50, 17));
        assertThat(shards.list("select n from posts where author is null group by n"))
                .containsExactly("7");
        assertThat(shards.list("select count(*) from posts where author is null and id > 50"))
                .containsExactly("17");
    }

    @Test
    void a_parameter_is_never_spliced() throws Exception {
        shards.fill(POSTS);
        String evil = "x', n = 9 --";
        PreparedJob job =
                shards.prepare(job("update posts set author = :author where {range}"), Map.of("author", evil));
        shards.run(job, 1_000);
        assertThat(shards.list("select distinct author from posts where n = 0")).containsExactly(evil);
    }

    @Test
    void takes_the_range_more_than_once_and_under_several_names() throws Exception {
        shards.fill(POSTS + """
                create table likes as select i % 100 + 1 as post_id from generate_series(1, 250) i;
                create view liked as select post_id as id from likes;
                """);
        PreparedJob job = shards.prepare(job("""
                update posts p set n = counted.likes
                  from (select "L".id, count(*) as likes from liked "L" where {range "L"} group by 1) counted
                  where {range P} and not not {range p} and p.id = counted.id
                """));
        assertThat(shards.run(job, 9)).isEqualTo(Ledger.changed(100, 100));
        assertThat(shards.list("select sum(n) from posts")).containsExactly("250");
    }

    static Stream<String> statementsThatChangeTen() {
        return Stream.of(
                "update posts set n = 1 where {range} and id <= 10 returning *",
                "delete from posts where {range} and id % 10 = 0",
                "delete from posts where {range} and id % 10 = 0 returning id;",
                "insert into archive select id from posts where {range} and id % 10 = 0",
                "with gone as (delete from posts where {range} and id <= 10 returning id) insert into archive select * from gone",
                "with old as (select id from posts where {range} and id <= 10)"
                        + " insert into archive select * from old on conflict (id) do update set id = excluded.id returning id",
                "merge into archive a using (select id from posts where {range} and id > 90) p on a.id = p.id"
                        + " when not matched then insert values (p.id)");
    }

    @ParameterizedTest
    @MethodSource("statementsThatChangeTen")
    void tells_how_many_rows_were_written(String statement) throws Exception {
        shards.fill(POSTS + "create table archive (id bigint primary key)");
        assertThat(shards.run(shards.prepare(job(statement)), 8)).isEqualTo(Ledger.changed(100, 10));
    }

    static Stream<String> statementsThatChangeNone() {
        return Stream.of(
                "select id from posts where {range}",
                "with p as (select 1 from posts where {range}) select * from p",
                "select touch(id) from posts where {range}",
                "insert into ignored select id from posts where {range}",
                "insert into archive select id from posts where {range}");
    }

    @ParameterizedTest
    @MethodSource("statementsThatChangeNone")
    void counts_what_the_database_reports_and_nothing_else(String statement) throws Exception {
        shards.fill(POSTS + """
                create table archive (id bigint);
                create table ignored (id bigint);
                create rule nothing as on insert to ignored do instead nothing;
                create function touch(bigint) returns bigint language sql as 'update posts set n = n + 1 where id = $1 returning id';
                create function skip() returns trigger language plpgsql as 'begin return null; end';
                create trigger skipped before insert on archive for each row execute function skip();
                """);
        assertThat(shards.run(shards.prepare(job(statement)), 8)).isEqualTo(Ledger.changed(100, 0));
        assertThat(shards.list("select distinct n from posts"))
                .containsExactly(statement.contains("touch") ? "1" : "0");
    }

    @Test
    void a_rule_may_do_something_else_instead() throws Exception {
        shards.fill(POSTS + """
                create table archive (id bigint);
                create view recent as select * from posts;
                create rule instead as on update to recent do instead update posts set n = new.n where id = old.id;
                create rule too as on update to recent do also insert into archive values (old.id), (old.id);
                """);
        PreparedJob job = shards.prepare(job("update recent set n = n + 1 where {range}"));
        assertThat(shards.run(job, 8).read()).isEqualTo(100);
        assertThat(shards.list("select distinct n from posts")).containsExactly("1");
        assertThat(shards.list("select count(*) from archive")).containsExactly("200");
    }

    @Test
    void rows_that_a_statement_returns_are_not_held_in_memory() throws Exception {
        shards.fill("create table posts as select i::bigint as id from generate_series(1, 3000) i;"
                + "alter table posts add primary key (id)");
        for (String statement : new String[] {
            "select repeat('x', 1000) from posts where {range}",
            "update posts set id = id where {range} returning repeat('x', 1000)"
        }) {
            TargetWork work = (TargetWork) shards.prepare(job(statement)).open(partition());
            // A hundred rows at once fit into it, three thousand do not.
            try (Connection small =
                    DriverManager.getConnection(shards.databases().url("shard1") + "&maxResultBuffer=500K")) {
                small.setAutoCommit(false);
                assertThat(work.apply(page(1, 3_000), small).ledger().read()).isEqualTo(3_000);
            }
        }
    }

    @Test
    void what_a_failed_page_did_is_rolled_back_with_its_transaction() throws Exception {
        shards.fill(POSTS + "alter table posts add check (n < 1 or id <> 15)");
        TargetWork work = (TargetWork)
                shards.prepare(job("update posts set n = n + 1 where {range}")).open(partition());
        try (Connection connection =
                shards.databases().dataSource(work.target()).getConnection()) {
            connection.setAutoCommit(false);
            work.apply(page(1, 10), connection);
            connection.commit();
            assertThatThrownBy(() -> work.apply(page(11, 20), connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("violates check constraint");
            connection.rollback();
            work.apply(page(21, 30), connection);
            connection.commit();
        }
        assertThat(shards.list("select id from posts where n = 1 and id in (1, 10, 11, 20, 21, 30, 31) order by id"))
                .containsExactly("1", "10", "21", "30");
    }

    @Test
    void a_database_has_no_partition_of_another_ones_job() {
        shards.fill(POSTS);
        PreparedJob job = shards.prepare(job("update posts set n = 1 where {range}"));
        Partition other = new Partition(1, 1, new DatabaseName("shard2"), KeyRange.ALL);
        assertThatThrownBy(() -> job.open(other)).hasMessage("the job has no table on database shard2");
    }

    private static Partition partition() {
        return new Partition(1, 1, new DatabaseName("shard1"), KeyRange.ALL);
    }

    private static Page page(long from, long to) {
        return new Page(1, new KeyRange(KeyValue.of(from - 1), KeyValue.of(to)), 1);
    }

    private static String job(String statement) {
        return """
                type: sql
                source: {database: shard1, table: posts}
                statement: |
                  %s
                """.formatted(statement);
    }
}
