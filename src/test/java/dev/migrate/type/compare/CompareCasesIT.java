package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compares the two tables of each folder under src/test/cases, in small pages and in a large one, by typed hashes and by text. */
final class CompareCasesIT {

    private static final Path CASES = Path.of("src/test/cases");
    private static final Map<String, String> PARAMETERS = Map.of("after", "2");

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
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws Exception {
        tables.fill(Files.readString(folder.resolve("source.sql")), Files.readString(folder.resolve("target.sql")));
        String yaml = Files.readString(folder.resolve("job.yml"));
        List<String> expected = Files.readAllLines(folder.resolve("expected.txt"));
        PreparedJob typed = tables.prepare(yaml, PARAMETERS);
        PreparedJob byText = tables.prepareForOlderServers(yaml, PARAMETERS);
        int notes = typed.notes().size();
        assertThat(typed.notes()).isEqualTo(expected.subList(0, notes));
        assertThat(byText.notes().subList(1, notes)).isEqualTo(expected.subList(1, notes));
        List<String> lines = expected.subList(notes, expected.size());
        assertThat(tables.run(typed, 2).lines()).as("in small pages").isEqualTo(lines);
        assertThat(tables.run(typed, 1000).lines()).as("in one page").isEqualTo(lines);
        assertThat(tables.run(byText, 1000).lines()).as("by text").isEqualTo(lines);
    }
}
