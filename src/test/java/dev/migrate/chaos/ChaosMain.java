package dev.migrate.chaos;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.opentest4j.TestAbortedException;

/** What {@code scripts/chaos} starts. */
public final class ChaosMain {

    private static final int SEEDS = 1_000_000;

    private ChaosMain() {}

    /** Exits with 0 if everything held, 1 if not, 2 if it cannot be tried. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.parse(words, Math.floorMod(System.nanoTime(), SEEDS));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            System.exit(new Chaos(options, out).run() ? 0 : 1);
        } catch (TestAbortedException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
