package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import dev.migrate.testing.OlderServer;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Compares tables on PostgreSQL 12 with tables on the current version. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
final class CompareOlderServerIT {

    /** Cases with types, values or columns that version 12 does not know. */
    private static final Set<String> NEWER = Set.of(
            "integer-key-as-numeric", "numbers-of-the-server", "numeric-infinity-and-nan", "ranges", "virtual-columns");

    private static OlderServer older;
    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) throws IOException {
        older = OlderServer.start();
        tables = TwoTables.at(config, older.url(), TestServer.freshDatabase());
    }

    @AfterAll
    static void close() throws IOException {
        tables.close();
        older.close();
    }

    @TestFactory
    Stream<DynamicTest> finds_the_same_on_servers_of_two_versions() throws IOException {
        return CaseFolder.eachBut(NEWER, CompareOlderServerIT::check);
    }

    private static void check(CaseFolder folder) throws Exception {
        folder.fill(tables);
        PreparedJob job = folder.prepare(tables);
        assertThat(job.notes().get(0))
                .contains("because database primary is on PostgreSQL 12, and typed hashes need 14 or later");
        folder.demandFindings(tables, job, 1000);
    }
}
