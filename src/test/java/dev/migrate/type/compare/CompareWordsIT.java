package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.KeyRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random words are the keys of two tables that sort them differently: what was planted is found, and nothing else. */
final class CompareWordsIT {

    private static final int WORDS = 2_500;
    private static final int PLANTED = 20;
    private static final String[] LETTERS = "a,b,c,z,A,B,Z,ä,Ä,ß,é,ø,ı,İ,я,中,😀,1,9,-,_,',.,~, ,\\,\",{,%".split(",");
    private static final String JOB = """
            type: compare
            source: {database: primary, table: t}
            target: {database: replica, table: t}
            """;

    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        tables = new TwoTables(config);
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @ParameterizedTest
    @CsvSource({
        "text, en-x-icu, text, C, 100, 1",
        "text, C, varchar, de-x-icu, 7, 5",
        "text, sv-x-icu, text, de-x-icu, 1000, 7",
        "varchar, und-x-icu, text, und-x-icu, 64, 9"
    })
    void finds_what_was_planted(
            String type, String collation, String otherType, String otherCollation, int pageRows, int partitions)
            throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> words = new ArrayList<>(words(random, WORDS + PLANTED));
        List<String> extra = words.subList(WORDS, WORDS + PLANTED);
        List<String> missing = words.subList(0, PLANTED);
        List<String> different = words.subList(PLANTED, 2 * PLANTED);
        List<String> both = words.subList(PLANTED, WORDS);
        tables.fill(
                table(type, collation) + insert(missing, 1) + insert(both, 1),
                table(otherType, otherCollation) + insert(both, 1) + update(different) + insert(extra, 1));
        PreparedJob job = tables.prepare(JOB, Map.of());
        List<KeyRange> ranges = tables.cut(job, partitions);
        assertThat(ranges).as("seed %d", seed).hasSize(partitions);
        assertThat(tables.run(job, ranges, pageRows).lines())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                lines("missing", missing, ""),
                                lines("extra", extra, ""),
                                lines("different", different, " {n={source=1, target=2}}"),
                                Stream.of("read %d, found %d".formatted(WORDS, 2 * PLANTED)))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private static Stream<String> lines(String kind, List<String> words, String rest) {
        return words.stream().map(word -> "%s {word=%s}%s".formatted(kind, word, rest));
    }

    private static Set<String> words(Random random, int count) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < count) {
            String word = random.ints(random.nextInt(7), 0, LETTERS.length)
                    .mapToObj(i -> LETTERS[i])
                    .collect(Collectors.joining());
            words.add(word);
        }
        return words;
    }

    private static String table(String type, String collation) {
        return "create table t (word %s collate \"%s\" primary key, n int);".formatted(type, collation);
    }

    private static String insert(Collection<String> words, int n) {
        return words.stream()
                .map(word -> "('%s', %d)".formatted(word.replace("'", "''"), n))
                .collect(Collectors.joining(", ", "insert into t values ", ";"));
    }

    private static String update(Collection<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "update t set n = 2 where word in (", ");"));
    }
}
