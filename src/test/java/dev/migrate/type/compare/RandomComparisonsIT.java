package dev.migrate.type.compare;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of {@code scripts/compare-random}; {@code -Drounds} and {@code -Dseed} make it others. */
final class RandomComparisonsIT {

    private static final int ROUNDS = 25;

    @Test
    void finds_the_edits_that_were_made_and_nothing_else(@TempDir Path config) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Random tables are compared as -Dseed=" + seed + " says");
        try (RandomComparisons comparisons = new RandomComparisons(config)) {
            for (int round = 0; round < Integer.getInteger("rounds", ROUNDS); round++) {
                comparisons.round(seed + round);
            }
        }
    }
}
