package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import dev.migrate.type.compare.hash.HashWay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A folder under src/test/cases: two tables, the job that compares them, and what it says and finds. */
record CaseFolder(Path path) {

    /** What is made of a folder. */
    @FunctionalInterface
    interface Check {
        void of(CaseFolder folder) throws Exception;
    }

    private static final Path CASES = Path.of("src/test/cases");
    private static final Map<String, String> PARAMETERS = Map.of("after", "2");

    static Stream<DynamicTest> each(Check check) throws IOException {
        return eachBut(Set.of(), check);
    }

    static Stream<DynamicTest> eachBut(Set<String> names, Check check) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream()
                    .map(CaseFolder::new)
                    .filter(folder -> !names.contains(folder.name()))
                    .map(folder -> DynamicTest.dynamicTest(folder.name(), () -> check.of(folder)));
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    void fill(TwoTables tables) throws IOException {
        tables.fill(read("source.sql"), read("target.sql"));
    }

    PreparedJob prepare(TwoTables tables) throws IOException {
        return tables.prepare(read("job.yml"), PARAMETERS);
    }

    PreparedJob prepare(TwoTables tables, HashWay way) throws IOException {
        return tables.prepare(way, read("job.yml"), PARAMETERS);
    }

    /** The notes, the first of which tells how the rows are hashed. */
    List<String> notes() throws IOException {
        return lines().filter(line -> !isFinding(line)).toList();
    }

    void demandNotesButTheFirst(PreparedJob job) throws IOException {
        assertThat(job.notes().subList(1, job.notes().size())).isEqualTo(notes().subList(1, notes().size()));
    }

    void demandFindings(TwoTables tables, PreparedJob job, int pageRows) throws Exception {
        assertThat(tables.run(job, pageRows).lines())
                .as("in pages of " + pageRows)
                .isEqualTo(lines().filter(CaseFolder::isFinding).toList());
    }

    private static boolean isFinding(String line) {
        return Stream.of("missing ", "extra ", "different ", "read ").anyMatch(line::startsWith);
    }

    private Stream<String> lines() throws IOException {
        return Files.readAllLines(path.resolve("expected.txt")).stream();
    }

    private String read(String file) throws IOException {
        return Files.readString(path.resolve(file));
    }
}
