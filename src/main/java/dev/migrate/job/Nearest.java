package dev.migrate.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word a mistyped one was meant to be. */
public final class Nearest {

    private Nearest() {}

    /** The known word with the fewest typing errors to the given one, if they are few for its length. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> errors(word, candidate) <= tolerated(word))
                .min(Comparator.<String>comparingInt(candidate -> errors(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int tolerated(String word) {
        return Math.max(1, (word.length() + 1) / 3);
    }

    /** Letters added, left out, replaced, or swapped with their neighbour; upper and lower case are one. */
    private static int errors(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(a, i, b, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, int i, String b, int j, int[][] cost) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        return swapped(a, i, b, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
