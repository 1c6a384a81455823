package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Finding;
import dev.migrate.job.PreparedJob;
import dev.migrate.type.compare.hash.HashWay;
import dev.migrate.type.compare.random.RandomTables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares random tables, and what is found with the edits that were made. */
final class RandomComparisons implements AutoCloseable {

    private final TwoTables tables;

    /** @param config an empty directory */
    RandomComparisons(Path config) {
        this.tables = new TwoTables(config);
    }

    /** One comparison; all of it follows from the seed. */
    void round(long seed) throws Exception {
        RandomTables random = new RandomTables(seed);
        try {
            tables.fill(random.source(), random.target());
            PreparedJob job = prepare(random);
            TwoTables.Outcome outcome = tables.run(job, random.pageRows());
            assertThat(found(random, outcome)).isEqualTo(random.expected());
            assertThat(outcome.ledger().read()).isEqualTo(random.sourceRows());
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "with seed %d\n-- source\n%s\n-- target\n%s\n-- found: %s"
                            .formatted(seed, random.source(), random.target(), e.getMessage()),
                    e);
        }
    }

    private PreparedJob prepare(RandomTables random) {
        List<HashWay> ways = List.of(HashWay.values());
        int choice = random.choose(ways.size() + 1);
        return choice == ways.size()
                ? tables.prepare(random.job(), Map.of())
                : tables.prepare(ways.get(choice), random.job(), Map.of());
    }

    private Map<Integer, String> found(RandomTables random, TwoTables.Outcome outcome) throws SQLException {
        Map<Integer, String> found = new TreeMap<>();
        for (Finding finding : outcome.findings()) {
            boolean extra = finding.kind() == Finding.Kind.EXTRA;
            String columns = finding.columns().isEmpty()
                    ? ""
                    : " " + new TreeSet<>(finding.columns().keySet());
            int number = tables.number(
                    extra ? "replica" : "primary",
                    "select \"%s\" from t where %s".formatted(RandomTables.NUMBER, random.where(finding.key(), extra)));
            assertThat(found.put(number, finding.kind().word() + columns))
                    .as("twice: row " + number)
                    .isNull();
        }
        return found;
    }

    @Override
    public void close() {
        tables.close();
    }
}
