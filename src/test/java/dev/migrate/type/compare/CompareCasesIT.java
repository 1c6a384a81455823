package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import dev.migrate.type.compare.hash.HashWay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares the two tables of each folder under src/test/cases, in small pages and in a large one, hashed in each way. */
final class CompareCasesIT {

    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        tables = new TwoTables(config);
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @TestFactory
    Stream<DynamicTest> finds_what_is_expected() throws IOException {
        return CaseFolder.each(CompareCasesIT::check);
    }

    private static void check(CaseFolder folder) throws Exception {
        folder.fill(tables);
        PreparedJob typed = folder.prepare(tables);
        assertThat(typed.notes()).isEqualTo(folder.notes());
        folder.demandFindings(tables, typed, 2);
        folder.demandFindings(tables, typed, 1000);
        for (HashWay way : List.of(HashWay.TEXT, HashWay.DIGEST)) {
            PreparedJob other = folder.prepare(tables, way);
            folder.demandNotesButTheFirst(other);
            folder.demandFindings(tables, other, 1000);
        }
    }
}
