package dev.migrate.chaos;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wanted.
 *
 * @param time for which faults are done
 * @param workers how many processes
 * @param partitions to begin with; where they are few, they are split off each other again and again
 */
record Options(String transport, Duration time, long seed, long rows, int workers, int partitions) {

    static final String USAGE =
            "scripts/chaos [--transport=postgres|rabbitmq] [--seconds=180] [--seed=N] [--rows=1000000] [--workers=3]"
                    + " [--partitions=40]";

    private static final Set<String> KNOWN = Set.of("transport", "seconds", "seed", "rows", "workers", "partitions");
    private static final Set<String> TRANSPORTS = Set.of("postgres", "rabbitmq");

    Options {
        if (!TRANSPORTS.contains(transport) || time.isNegative() || rows < 1 || workers < 1 || partitions < 1) {
            throw new IllegalArgumentException(USAGE);
        }
    }

    /**
     * Reads the command line.
     *
     * @param anySeed for someone who names none
     */
    static Options parse(String[] words, long anySeed) {
        Map<String, String> given = Arrays.stream(words)
                .map(Options::nameAndValue)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (former, latter) -> latter));
        Set<String> unknown = new HashSet<>(given.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Options(
                given.getOrDefault("transport", "postgres"),
                Duration.ofSeconds(number(given, "seconds", 180)),
                number(given, "seed", anySeed),
                number(given, "rows", 1_000_000),
                (int) number(given, "workers", 3),
                (int) number(given, "partitions", 40));
    }

    private static String[] nameAndValue(String word) {
        String[] pair = word.split("=", 2);
        if (pair.length != 2 || !pair[0].startsWith("--")) {
            throw new IllegalArgumentException(USAGE);
        }
        return new String[] {pair[0].substring(2), pair[1]};
    }

    private static long number(Map<String, String> given, String name, long otherwise) {
        String value = given.get(name);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }

    boolean needsBroker() {
        return transport.equals("rabbitmq");
    }

    /** What to type for the same again. */
    @Override
    public String toString() {
        return "scripts/chaos --transport=%s --seconds=%d --seed=%d --rows=%d --workers=%d --partitions=%d"
                .formatted(transport, time.toSeconds(), seed, rows, workers, partitions);
    }
}
