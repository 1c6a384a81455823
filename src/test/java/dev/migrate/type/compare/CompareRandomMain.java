package dev.migrate.type.compare;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What {@code scripts/compare-random} starts. */
public final class CompareRandomMain {

    private static final int ROUNDS = 1_000;
    private static final int SEEDS = 1_000_000_000;

    private CompareRandomMain() {}

    /** Exits with 0 if every round found what it had to, with 1 if not: the seeds of those that did not are told. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int rounds = words.length > 0 ? Integer.parseInt(words[0]) : ROUNDS;
        long seed = words.length > 1 ? Long.parseLong(words[1]) : Math.floorMod(System.nanoTime(), SEEDS);
        out.println("Rounds " + rounds + ", the first with seed " + seed);
        int failed = 0;
        try (RandomComparisons comparisons = new RandomComparisons(Files.createTempDirectory("compare-random"))) {
            for (long next = seed; next < seed + rounds; next++) {
                failed += succeeds(comparisons, next, out) ? 0 : 1;
            }
        }
        out.println("Rounds that failed: " + failed);
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean succeeds(RandomComparisons comparisons, long seed, PrintStream out) throws Exception {
        try {
            comparisons.round(seed);
            return true;
        } catch (AssertionError e) {
            out.println(e.getMessage());
            return false;
        }
    }
}
