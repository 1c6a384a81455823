package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job of each type over two shards, killed half-way between the commits of a page, and gone on with: the tables are as if
 * nothing had happened. {@code -Drows=1000000} makes it long.
 */
@Tag("process")
class HalfWayIT {

    private final TwoShards shards;

    HalfWayIT(@TempDir Path directory) throws IOException {
        shards = new TwoShards(directory);
    }

    @Test
    void check() throws IOException {
        shards.job("check", """
                type: check
                source: {databases: [east, west], table: item}
                rules:
                  notNegative: select id, likes from item where {range} and likes < 0
                  hasTitle: select i.id from item i where {range i} and i.title is null
                """);
        killAndResume("check", 3);
        assertThat(shards.run("check").findings())
                .hasSameSizeAs(List.copyOf(shards.run("check").findings()))
                .doesNotHaveDuplicates()
                .hasSize((int) shards.number("select count(*) from item where likes < 0 or title is null"));
    }

    @Test
    void compare_that_repairs() throws IOException {
        shards.inTarget("""
                create table item (id bigint primary key, title text, likes int not null, n int not null default 0);
                insert into item select i, 'other', 0, 0 from generate_series(-999, 1000) i
                """);
        shards.job("repair", """
                type: compare
                source: {databases: [east, west], table: item}
                target: {database: target, table: item}
                repair: target
                """);
        killAndResume("repair", 3);
        String sum = "select sum(hashtextextended(item::text, 0) % 1000000) from item";
        assertThat(shards.numberInTarget(sum)).isEqualTo(shards.number(sum));
        shards.jar().run("job=repair", "--reset").with(0);
    }

    @Test
    void sql() throws IOException {
        shards.job("sql", """
                type: sql
                source: {databases: [east, west], table: item}
                statement: update item set n = n + 1 where {range}
                """);
        killAndResume("sql", 0);
        assertThat(shards.number("select count(*) from item where n = 1")).isEqualTo(TwoShards.ROWS);
    }

    @Test
    void rows() throws IOException {
        shards.handler("CountUp.java", """
                import dev.migrate.handler.Row;
                import dev.migrate.handler.TransactionalRowHandler;
                import org.springframework.jdbc.core.simple.JdbcClient;

                public final class CountUp implements TransactionalRowHandler {
                    @Override
                    public void handle(Row row, JdbcClient database) {
                        database.sql("update item set n = n + 1 where id = ?").param(row.getLong("id")).update();
                    }
                }
                """);
        shards.job("rows", """
                type: rows
                source: {databases: [east, west], table: item, columns: [id]}
                handler: handlers/CountUp.java
                """);
        killAndResume("rows", 0);
        assertThat(shards.number("select count(*) from item where n = 1")).isEqualTo(TwoShards.ROWS);
    }

    @Test
    void copy_to_another_database() throws IOException {
        shards.inTarget("create table copied (id bigint primary key, title text, likes int)");
        shards.job("copy", """
                type: copy
                source:
                  databases: [east, west]
                  table: item
                  select: select id, coalesce(title, '-') as title, likes from item where {range} and likes >= 0
                target: {database: target, table: copied}
                """);
        killAndResume("copy", 0);
        assertThat(shards.numberInTarget("select count(*) from copied where title is not null"))
                .isEqualTo(shards.number("select count(*) from item where likes >= 0"));
        assertThat(shards.numberInTarget("select sum(likes) from copied"))
                .isEqualTo(shards.number("select sum(likes) from item where likes >= 0"));
    }

    @Test
    void copy_within_a_database() throws IOException {
        shards.onShards("create table counted (id bigint primary key, n int not null default 1)");
        shards.job("within", """
                type: copy
                source: {database: east, table: item, select: "select id from item where {range}"}
                target: {database: east, table: counted}
                """);
        killAndResume("within", 0, TwoShards.ROWS / 2);
        assertThat(shards.number("select count(*) from counted where n = 1")).isEqualTo(TwoShards.ROWS / 2);
    }

    @Test
    void rows_for_a_program() throws IOException {
        shards.job("program", """
                type: rows
                source: {databases: [east, west], table: item, columns: [id]}
                command: [sh, -c, 'while read -r row; do echo "$row" >> seen; echo {}; done']
                """);
        killAndResume("program", 0);
        assertThat(shards.lines("seen").stream().distinct()).hasSize(TwoShards.ROWS);
    }

    @Test
    void command() throws IOException {
        shards.job("command", """
                type: command
                source: {databases: [east, west], table: item}
                command: [sh, -c, 'echo "$1" >> seen', note, "{partition}/{partitions} {database} {from} {to}"]
                """, TwoShards.PAGES);
        killAndResume("command", 0);
        assertThat(shards.lines("seen"))
                .anyMatch(line -> line.startsWith("1/60 east 0 "))
                .hasSizeBetween(60, 62);
        assertThat(shards.lines("seen").stream().distinct()).hasSize(60);
    }

    private void killAndResume(String job, int exitCode) {
        killAndResume(job, exitCode, TwoShards.ROWS);
    }

    private void killAndResume(String job, int exitCode, long rows) {
        RunFacts run = shards.run(job);
        try (Gate gate = shards.gate(rows);
                Started killed = shards.jar().start("job=" + job, "--workers=2")) {
            killed.waitUntil(gate::holds);
            killed.signal("KILL");
            killed.end().with(Ended.KILLED);
        }
        assertThat(run.pages()).isBetween(1L, TwoShards.PAGES - 1L);
        shards.jar().run("job=" + job).with(exitCode);
        assertThat(run.statuses()).containsExactly("FAILED", "COMPLETED");
        assertThat(run.attempts().read()).isEqualTo(rows);
    }
}
