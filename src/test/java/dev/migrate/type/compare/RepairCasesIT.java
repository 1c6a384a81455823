package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.type.compare.Repairs.Mended;
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

/** Repairs the target of each folder under src/test/cases, in small pages and in a large one: nothing differs afterwards. */
final class RepairCasesIT {

    private static final Path CASES = Path.of("src/test/cases");
    private static final Map<String, String> PARAMETERS = Map.of("after", "2");

    /** Those whose target is no table. */
    static final List<String> NOT_TO_BE_REPAIRED = List.of("views-with-a-key", "materialized-views");

    /** How many rows are set aside, where the target has no room for a value, or has the row outside of its where. */
    static final Map<String, Integer> SET_ASIDE = Map.ofEntries(
            Map.entry("arrays-of-characters", 1),
            Map.entry("arrays-of-numbers", 3),
            Map.entry("bits", 3),
            Map.entry("char-is-not-padded", 1),
            Map.entry("char-key", 1),
            Map.entry("composites-by-value", 1),
            Map.entry("enum-key-with-labels-in-another-order", 1),
            Map.entry("json-against-jsonb", 3),
            Map.entry("ranges", 1),
            Map.entry("times-of-other-precision", 2),
            Map.entry("varchar-key-of-another-length", 1),
            Map.entry("where-moves-a-row-out", 1));

    private static Repairs repairs;

    @BeforeAll
    static void open(@TempDir Path config) {
        repairs = new Repairs(new TwoTables(config));
    }

    @AfterAll
    static void close() {
        repairs.tables().close();
    }

    @TestFactory
    Stream<DynamicTest> leaves_no_difference() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(folder ->
                            !NOT_TO_BE_REPAIRED.contains(folder.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws Exception {
        String yaml = Files.readString(folder.resolve("job.yml"));
        for (int pageRows : List.of(2, 1_000)) {
            repairs.tables()
                    .fill(
                            Files.readString(folder.resolve("source.sql")),
                            Files.readString(folder.resolve("target.sql")));
            List<String> before = repairs.differences(yaml, PARAMETERS);
            Mended mended = repairs.run(yaml, PARAMETERS, pageRows);
            int aside = SET_ASIDE.getOrDefault(folder.getFileName().toString(), 0);
            assertThat(mended.errors()).hasSize(aside);
            assertThat(mended.findings()).hasSize(before.size() - aside);
            assertThat(mended.ledger().written()).isEqualTo(before.size() - aside);
            assertThat(repairs.differences(yaml, PARAMETERS)).hasSize(aside);
        }
    }
}
