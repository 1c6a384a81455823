package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import dev.migrate.testing.TestServer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares texts in databases that store them in different encodings. */
final class CompareEncodingsIT {

    private static final String JOB = """
            type: compare
            source: {database: primary, table: t}
            target: {database: replica, table: t}
            """;
    private static final String TABLE = "create table t (id int primary key, name text, tags jsonb);";

    @TempDir
    private Path config;

    @Test
    void what_the_other_encoding_has_too_is_the_same() throws Exception {
        try (TwoTables tables = TwoTables.at(config, TestServer.freshDatabase(), database("LATIN1"))) {
            tables.fill(
                    TABLE + "insert into t values (1, 'é', '[\"ü\", 1.0]'), (2, 'é', '\"中\"'), (3, '€', null)",
                    TABLE + "insert into t values (1, 'é', '[\"ü\", 1.00]'), (2, 'è', '\"?\"'), (3, '?', null)");
            PreparedJob job = tables.prepare(JOB, Map.of());
            assertThat(job.notes())
                    .containsExactly("compared by digests of the text, 3 columns, because the databases are encoded"
                            + " differently: UTF8 in primary, LATIN1 in replica; as text, then by value: tags");
            assertThat(tables.run(job, 100).lines())
                    .containsExactly(
                            "different {id=2} {name={source=é, target=è}, tags={source=\"中\", target=\"?\"}}",
                            "different {id=3} {name={source=€, target=?}}",
                            "read 3, found 2");
        }
    }

    @Test
    void bytes_without_an_encoding_are_taken_for_utf_8() throws Exception {
        try (TwoTables tables = TwoTables.at(config, TestServer.freshDatabase(), database("SQL_ASCII"))) {
            tables.fill(
                    TABLE + "insert into t values (1, 'é', '[1.0]'), (2, 'a', '[1.0]')",
                    TABLE + "insert into t values (1, 'é', '[1.00]'), (2, 'b', '[1.0]')");
            PreparedJob job = tables.prepare(JOB, Map.of());
            assertThat(job.notes().get(0)).contains("UTF8 in primary, SQL_ASCII, taken for UTF8, in replica");
            assertThat(tables.run(job, 100).lines())
                    .containsExactly("different {id=2} {name={source=a, target=b}}", "read 2, found 1");
        }
    }

    private static String database(String encoding) {
        String name = "encoded_" + encoding.toLowerCase(Locale.ROOT);
        TestServer.execute(
                TestServer.url("postgres"),
                "create database %s encoding '%s' template template0 locale 'C'".formatted(name, encoding));
        return TestServer.url(name);
    }
}
