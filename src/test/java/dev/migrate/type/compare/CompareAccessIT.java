package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.testing.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares tables as a user who may not see all of them. */
final class CompareAccessIT {

    private static final String JOB = """
            type: compare
            source: {database: primary, table: t}
            target: {database: replica, table: t}
            """;
    private static final String TABLE = "create table t (id int primary key, owner text, secret text);"
            + " insert into t values (1, 'reader', 'a'), (2, 'other', 'b');"
            + " grant usage on schema public to reader;";

    private static String primary;
    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        primary = TestServer.freshDatabase();
        TestServer.execute(primary, "create role reader login");
        String asReader = primary.replace("user=postgres", "user=reader");
        tables = TwoTables.at(config, asReader, TestServer.freshDatabase());
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Test
    void columns_that_the_user_may_not_read_are_named() {
        fill("grant select (id, owner) on t to reader");
        assertThatThrownBy(() -> tables.prepare(JOB, Map.of()))
                .isInstanceOf(UserMistake.class)
                .hasMessage("case.yml[source.table]: user \"reader\" may not read secret of table \"public.t\" in"
                        + " primary; grant select on them, or exclude them");
        assertThat(tables.prepare(JOB + "exclude: secret\n", Map.of()).notes())
                .contains("not compared, because excluded: secret");
    }

    @Test
    void rows_that_the_user_may_not_see_are_told_of() throws Exception {
        fill("grant select on t to reader; alter table t enable row level security;"
                + " create policy own on t using (owner = current_user)");
        PreparedJob job = tables.prepare(JOB, Map.of());
        assertThat(job.notes())
                .contains("row-level security is active on \"public.t\" in primary: only the rows that user \"reader\""
                        + " may see are compared");
        assertThat(tables.run(job, 10).lines()).containsExactly("extra {id=2}", "read 1, found 0");
    }

    private static void fill(String rights) {
        String empty = "drop schema public cascade; create schema public;";
        TestServer.execute(primary, empty + TABLE + rights);
        tables.execute("replica", empty + TABLE);
    }
}
