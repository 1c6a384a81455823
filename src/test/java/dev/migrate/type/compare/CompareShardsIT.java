package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.job.Finding;
import dev.migrate.job.Finding.Kind;
import dev.migrate.job.Ledger;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.type.compare.TwoTables.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables on several databases: a, b and c together hold what d does, whoever has which row. */
final class CompareShardsIT {

    private static final String TABLE =
            "create table posts (id bigint primary key, title text, hidden boolean not null);";
    private static final String ROWS =
            TABLE + "insert into posts select i, 'title ' || i, i %% 10 = 0 from generate_series(1, 3000) i where %s;";

    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        tables = new TwoTables(
                config,
                atMost -> {
                    throw new IllegalStateException("nothing is to be waited for");
                },
                "a",
                "b",
                "c",
                "d");
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 700, 10_000})
    void the_shards_of_the_source_are_held_against_one_table(int pageRows) throws Exception {
        fillShards();
        assertThat(run("[a, b, c]", "[d]", pageRows).findings()).isEmpty();
        tables.execute("b", "update posts set title = 'other' where id = 700");
        tables.execute("c", "delete from posts where id = 1001");
        tables.execute("d", "delete from posts where id = 2999");
        Outcome outcome = run("[a, b, c]", "[d]", pageRows);
        assertThat(outcome.findings())
                .extracting(Finding::kind, Finding::database, f -> f.key().get("id"))
                .containsExactlyInAnyOrder(
                        tuple(Kind.DIFFERENT, name("d"), 700L),
                        tuple(Kind.EXTRA, name("d"), 1001L),
                        tuple(Kind.MISSING, name("d"), 2999L));
        assertThat(outcome.ledger()).isEqualTo(Ledger.checked(2_999, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 700, 10_000})
    void one_table_is_held_against_the_shards_of_the_target(int pageRows) throws Exception {
        fillShards();
        tables.execute("b", "update posts set title = 'other' where id = 700");
        tables.execute("c", "delete from posts where id = 1001");
        tables.execute("d", "delete from posts where id = 2999");
        Outcome outcome = run("[d]", "[a, b, c]", pageRows);
        assertThat(outcome.findings())
                .extracting(Finding::kind, Finding::database, f -> f.key().get("id"))
                .containsExactlyInAnyOrder(
                        tuple(Kind.DIFFERENT, name("b"), 700L),
                        tuple(Kind.MISSING, name("d"), 1001L),
                        tuple(Kind.EXTRA, name("c"), 2999L));
        assertThat(outcome.ledger()).isEqualTo(Ledger.checked(2_999, 2));
    }

    @Test
    void a_row_that_is_on_two_shards_is_once_too_often_there() throws Exception {
        fillShards();
        tables.execute("a", "insert into posts values (700, 'title 700', true)");
        assertThat(run("[d]", "[a, b, c]", 700).lines()).containsExactly("extra {id=700}", "read 3000, found 0");
        assertThat(run("[a, b, c]", "[d]", 700).lines()).containsExactly("missing {id=700}", "read 3001, found 1");
    }

    @Test
    void as_many_sources_as_targets_are_held_against_each_other_in_pairs() throws Exception {
        tables.fill(ROWS.formatted("true"), ROWS.formatted("i < 9"), ROWS.formatted("true"), ROWS.formatted("i < 8"));
        Outcome outcome = run("[a, b]", "[c, d]", 700);
        assertThat(outcome.lines()).containsExactly("missing {id=8}", "read 3008, found 1");
        assertThat(outcome.findings()).extracting(Finding::database).containsExactly(name("d"));
    }

    @Test
    void conditions_stand_on_each_side() throws Exception {
        fillShards();
        tables.execute("d", "delete from posts where hidden; insert into posts values (7000, 'extra', true)");
        assertThat(run("[a, b, c], where: not hidden", "[d], where: id <= 3000", 700)
                        .lines())
                .containsExactly("read 2700, found 0");
    }

    private static void fillShards() {
        tables.fill(
                ROWS.formatted("i % 3 = 0"),
                ROWS.formatted("i % 3 = 1"),
                ROWS.formatted("i % 3 = 2"),
                ROWS.formatted("true"));
    }

    private static Outcome run(String source, String target, int pageRows) throws Exception {
        String yaml = "type: compare\nsource: {table: posts, databases: %s}\ntarget: {table: posts, databases: %s}\n";
        return tables.run(tables.prepare(yaml.formatted(source, target), Map.of()), pageRows);
    }

    private static DatabaseName name(String database) {
        return new DatabaseName(database);
    }
}
