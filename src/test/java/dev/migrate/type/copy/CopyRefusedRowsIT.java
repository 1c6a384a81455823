package dev.migrate.type.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Ledger;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that the target refuses: found by their keys, and set aside if the job says so. */
final class CopyRefusedRowsIT {

    private static final String POSTS = """
            create table posts (id bigint primary key, title text, n int not null);
            insert into posts select i, 'Post ' || i, i from generate_series(1, 100) i;
            """;
    private static final String DOCUMENTS = "create table documents (id bigint primary key, title varchar(9), n int);";

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

    private static void fill(String shop, String documents) {
        two.fill(POSTS + shop + ";" + DOCUMENTS + documents, DOCUMENTS + documents);
    }

    private static PreparedJob job(String target, String onConflict, int skip) {
        return two.prepare("""
                type: copy
                source: {database: shop, table: posts, select: "select id, title, n from posts where {range}"}
                target: {database: %s, table: documents, on-conflict: %s}
                on-error: {skip: %d}
                """.formatted(target, onConflict, skip));
    }

    @ParameterizedTest
    @CsvSource({"shop, error", "shop, update", "search, error", "search, update"})
    void rows_that_are_refused_are_set_aside_and_all_others_copied(String target, String onConflict) throws Exception {
        fill(
                "update posts set title = 'too long to fit' where id in (17, 18, 100)",
                "alter table documents add check (n <> 1)");
        assertThat(two.run(job(target, onConflict, 4), 40)).isEqualTo(new Ledger(100, 96, 0, 0, 4, 96));
        String tooLong = "value too long for type character varying(9)";
        assertThat(two.failedRows)
                .containsExactly(
                        row(1, "new row for relation \"documents\" violates check constraint \"documents_n_check\""),
                        row(17, tooLong),
                        row(18, tooLong),
                        row(100, tooLong));
        assertThat(two.list(target, "select count(*) || ' ' || sum(id) from documents"))
                .containsExactly("96 " + (5050 - 136));
    }

    private static FailedRow row(long id, String error) {
        return new FailedRow(Map.of("id", id), error, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void without_skip_the_first_one_is_told_by_its_key(String target) throws Exception {
        fill("", "alter table documents add unique (n); insert into documents values (1000, 'old', 77)");
        assertThatThrownBy(() -> two.page(job(target, "update", 0), range(50, 100)))
                .isInstanceOf(UserMistake.class)
                .hasMessage("the row with id 77 cannot be copied: duplicate key value violates unique constraint"
                        + " \"documents_n_key\"; put the row or the select right, or set such rows aside with"
                        + " on-error: {skip: N}");
        assertThat(two.list(target, "select count(*) from documents")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void more_of_them_in_a_page_than_may_be_skipped_are_told_by_the_first_one(String target) {
        fill("", "alter table documents add check (n < 50)");
        assertThatThrownBy(() -> two.page(job(target, "error", 2), range(0, 100)))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "51 rows of one page are more than the 2 that on-error lets the run skip; the row with id 50"
                                + " cannot be copied: new row for relation \"documents\" violates check constraint"
                                + " \"documents_n_check\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void what_a_constraint_puts_off_is_seen_in_the_page(String target) throws Exception {
        fill("", """
                create table authors (n int primary key);
                insert into authors select i from generate_series(1, 99) i;
                alter table documents add foreign key (n) references authors deferrable initially deferred
                """);
        assertThat(two.run(job(target, "nothing", 1), 1000)).isEqualTo(new Ledger(100, 99, 0, 0, 1, 99));
        assertThat(two.failedRows).singleElement().extracting(FailedRow::key).isEqualTo(Map.of("id", 100L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void a_row_that_cannot_be_computed_counts_as_one_that_is_refused(String target) throws Exception {
        fill("update posts set n = 0 where id = 3", "");
        PreparedJob job = two.prepare("""
                type: copy
                source: {database: shop, table: posts, where: "id <> 3", select: "select id, 100 / n as n from posts where {range}"}
                target: {database: %s, table: documents}
                on-error: {skip: 1}
                """.formatted(target));
        // The select says nothing of the where, so that row 3 is copied too; it counts as read because it failed.
        assertThat(two.run(job, 64)).isEqualTo(new Ledger(100, 99, 0, 0, 1, 99));
        assertThat(two.failedRows).containsExactly(row(3, "division by zero"));
        assertThat(job.mostFailedRows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void a_row_alone_is_refused_alone(String target) throws Exception {
        fill("", "alter table documents add check (n < 50)");
        PreparedJob job = job(target, "error", 1);
        assertThat(two.page(job, KeyRange.of(KeyValue.of(60))).failedRows()).hasSize(1);
        assertThat(two.page(job, KeyRange.of(KeyValue.of(40))).ledger()).isEqualTo(Ledger.changed(1, 1));
        assertThat(two.page(job, KeyRange.of(KeyValue.of(400))).ledger()).isEqualTo(Ledger.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void keys_of_a_view_that_are_not_unique_fail_together(String target) throws Exception {
        fill(
                "create view doubled as select id / 2 as id, id as n from posts",
                "alter table documents add check (n <> 10)");
        PreparedJob job = two.prepare("""
                type: copy
                source: {database: shop, table: doubled, key: id, select: "select n as id, n from doubled where {range}"}
                target: {database: %s, table: documents}
                on-error: {skip: 1}
                """.formatted(target));
        assertThat(two.page(job, range(-1, 100)).ledger()).isEqualTo(new Ledger(99, 98, 0, 0, 1, 98));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void a_row_that_waits_for_another_one_of_its_page_is_not_refused(String target) throws Exception {
        fill(
                "update posts set n = 100, title = case id when 50 then 'too long to fit' else title end",
                "alter table documents add foreign key (n) references documents");
        assertThatThrownBy(() -> two.page(job(target, "error", 0), range(0, 100)))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("the row with id 50 cannot be copied: value too long for type");
        assertThat(two.run(job(target, "error", 1), 1000)).isEqualTo(new Ledger(100, 99, 0, 0, 1, 99));
        assertThat(two.failedRows).containsExactly(row(50, "value too long for type character varying(9)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"45000", "P0004", "42501", "54001"})
    void whatever_code_a_row_is_refused_with_it_is_found(String code) throws Exception {
        fill("", trigger("new.n = 5", code));
        assertThat(two.run(job("search", "error", 1), 100)).isEqualTo(new Ledger(100, 99, 0, 0, 1, 99));
        assertThat(two.failedRows).containsExactly(row(5, "not wanted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void what_all_rows_are_refused_for_alike_is_no_row_s_fault(String target) throws Exception {
        fill("", trigger("true", "42501"));
        assertThatThrownBy(() -> two.page(job(target, "error", 1000), range(0, 100)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not wanted");
    }

    private static String trigger(String when, String code) {
        return """
                create function judge() returns trigger language plpgsql as $$
                begin
                    if %s then raise exception 'not wanted' using errcode = '%s'; end if;
                    return new;
                end $$;
                create trigger judging before insert on documents for each row execute function judge();
                """.formatted(when, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void a_failure_that_no_row_is_to_blame_for_is_passed_on(String target) {
        fill("", "");
        PreparedJob job = two.prepare("""
                type: copy
                source: {database: shop, table: posts, select: "select 1 as id, :n::int as n from (select count(*) from posts where {range}) c"}
                target: {database: %s, table: documents}
                on-error: {skip: 100}
                """.formatted(target), Map.of("n", "1"));
        assertThatThrownBy(() -> {
                    two.page(job, range(1000, 1001));
                    two.page(job, range(2000, 2001));
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("duplicate key value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "search"})
    void a_key_of_the_target_that_comes_twice_in_a_page_is_told(String target) {
        fill("", "");
        PreparedJob job = two.prepare("""
                type: copy
                source: {database: shop, table: posts, select: "select id / 2 as id, n from posts where {range}"}
                target: {database: %s, table: documents, on-conflict: update}
                on-error: {skip: 100}
                """.formatted(target));
        assertThatThrownBy(() -> two.page(job, range(0, 100)))
                .isInstanceOf(UserMistake.class)
                .hasMessage("the server refuses a page (ON CONFLICT DO UPDATE command cannot affect row a second time):"
                        + " have the select give every key of the target once, and every subquery one row");
    }

    @Test
    void a_trigger_may_refuse_a_row_or_drop_it() throws Exception {
        fill("", """
                create function judge() returns trigger language plpgsql as $$
                begin
                    if new.n = 5 then raise exception 'five is not wanted'; end if;
                    return case when new.n <> 6 then new end;
                end $$;
                create trigger judging before insert on documents for each row execute function judge();
                """);
        assertThat(two.run(job("search", "error", 1), 100)).isEqualTo(new Ledger(100, 99, 0, 0, 1, 98));
        assertThat(two.failedRows).containsExactly(row(5, "five is not wanted"));
    }

    private static KeyRange range(long above, long upTo) {
        return new KeyRange(KeyValue.of(above), KeyValue.of(upTo));
    }
}
