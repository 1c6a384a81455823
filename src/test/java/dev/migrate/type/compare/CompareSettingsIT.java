package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares the tables of the case folders in databases that are set up as differently as can be. */
final class CompareSettingsIT {

    private static final Map<String, String> PRIMARY = Map.ofEntries(
            Map.entry("timezone", "'Pacific/Auckland'"),
            Map.entry("datestyle", "'German, DMY'"),
            Map.entry("intervalstyle", "iso_8601"),
            Map.entry("extra_float_digits", "-15"),
            Map.entry("bytea_output", "escape"),
            Map.entry("xmloption", "document"),
            Map.entry("array_nulls", "off"),
            Map.entry("quote_all_identifiers", "on"),
            Map.entry("search_path", "public, hostile, pg_catalog"),
            Map.entry("default_transaction_isolation", "serializable"),
            Map.entry("row_security", "off"));
    private static final Map<String, String> REPLICA = Map.ofEntries(
            Map.entry("timezone", "'America/St_Johns'"),
            Map.entry("datestyle", "'SQL, MDY'"),
            Map.entry("intervalstyle", "sql_standard"),
            Map.entry("extra_float_digits", "0"),
            Map.entry("xmlbinary", "hex"),
            Map.entry("transform_null_equals", "on"),
            Map.entry("default_text_search_config", "german"),
            Map.entry("search_path", "hostile, public, other"),
            Map.entry("enable_indexscan", "off"));

    /** Things that would be found instead of PostgreSQL's own. */
    private static final String HOSTILE = """
            create schema hostile;
            create function hostile.hash_record_extended(record, bigint) returns bigint language plpgsql as 'begin return 1; end';
            create function hostile.hashtextextended(text, bigint) returns bigint language plpgsql as 'begin return 1; end';
            create function hostile.record_eq(record, record) returns bool language plpgsql as 'begin return true; end';
            create function hostile.scale(numeric) returns int language sql as 'select 7';
            create function hostile.lower(text) returns text language sql as 'select ''x''';
            create function hostile.never(int, int) returns bool language sql as 'select false';
            create operator hostile.= (leftarg = int, rightarg = int, function = hostile.never);
            create operator hostile.<= (leftarg = int, rightarg = int, function = hostile.never);
            create domain hostile.text as varchar(1);
            """;

    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        tables = new TwoTables(config);
        set("primary", PRIMARY);
        set("replica", REPLICA);
    }

    private static void set(String database, Map<String, String> settings) {
        tables.execute(database, HOSTILE);
        settings.forEach((name, value) -> tables.execute(
                database,
                "do $$ begin execute format('alter database %%I set %s = %s', current_database()); end $$"
                        .formatted(name, value.replace("'", "''"))));
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @TestFactory
    Stream<DynamicTest> finds_the_same_whatever_the_databases_are_set_to() throws IOException {
        return CaseFolder.each(folder -> {
            folder.fill(tables);
            PreparedJob job = folder.prepare(tables);
            assertThat(job.notes()).isEqualTo(folder.notes());
            folder.demandFindings(tables, job, 1000);
        });
    }
}
