package dev.migrate.job.throttle;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a standby may be behind. */
public record ReplicationLag(Duration most) implements Comparable<ReplicationLag> {

    private static final String KEY = "max-replication-lag";
    private static final String WISH = "a duration such as 5s or 2m";
    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    public ReplicationLag {
        if (most.isZero() || most.isNegative()) {
            throw new IllegalArgumentException("\"%s\" must be more than nothing, as in 5s".formatted(KEY));
        }
    }

    /** {@code 500ms}, {@code 5s}, {@code 2m}, {@code PT5S}. */
    public static ReplicationLag of(String text) {
        Matcher simple = SIMPLE.matcher(text.strip().toLowerCase(Locale.ROOT));
        try {
            return new ReplicationLag(
                    simple.matches()
                            ? UNITS.getOrDefault(simple.group(2), Duration.ZERO)
                                    .multipliedBy(Long.parseLong(simple.group(1)))
                            : Duration.parse(text.strip()));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw WholeNumber.refusal(KEY, WISH, text);
        }
    }

    @Override
    public int compareTo(ReplicationLag other) {
        return most.compareTo(other.most);
    }

    @Override
    public String toString() {
        return most.toMillis() % 1_000 == 0 ? most.toSeconds() + "s" : most.toMillis() + "ms";
    }
}
