package dev.migrate.cli.display;

import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.monitor.Progress;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers, times and values as people read them. */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_KEYS = 30;

    private Words() {}

    /** {@code 6,100,000}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 worker}, {@code 2 workers}. */
    public static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@code The first 10 of 12 rows}, or all of them: {@code 2 rows}. */
    static String first(long shown, long all, String thing) {
        return shown < all ? "The first %s of %s".formatted(number(shown), count(all, thing)) : count(all, thing);
    }

    /** {@code Only the first 10 of 12 findings are stored}, where that is so. */
    public static Optional<String> notAllStored(Progress progress) {
        long stored = progress.storedFindings();
        String all = count(progress.findings().total(), "finding");
        if (stored >= progress.findings().total()) {
            return Optional.empty();
        }
        String some = stored == 0 ? "None of " : "Only the first " + number(stored) + " of ";
        return Optional.of(some + all + (stored == 1 ? " is" : " are") + " stored, as max-findings says.");
    }

    /** A text, cut where it is longer than so many characters. */
    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** The keys of a partition; nothing for one that has none. */
    public static String keys(@Nullable DatabaseName database, KeyRange range) {
        return database == null ? "" : range.toString();
    }

    /** Likewise, in a table: cut where they are long. */
    static String shortKeys(Partition partition) {
        return cut(keys(partition.database(), partition.range()), LONGEST_KEYS);
    }

    /** The name; nothing for what is on no database. */
    public static String database(@Nullable DatabaseName database) {
        return database == null ? "" : database.value();
    }

    /** {@code 0:00:05}, hours first. */
    static String clock(Duration time) {
        long seconds = time.toSeconds();
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /** Likewise; nothing where it is not known. */
    static String clock(@Nullable Double seconds) {
        return seconds == null ? "" : clock(Duration.ofSeconds(Math.round(seconds)));
    }

    /** {@code 0.5 s}, or {@code 0:02:05} from a minute on. */
    static String millis(long millis) {
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
                : clock(Duration.ofMillis(millis));
    }

    /** {@code 2026-01-31 10:00:00}; nothing where it is not known. */
    static String time(@Nullable LocalDateTime time) {
        return time == null ? "" : TIME.format(time);
    }

    /** {@code id=17}, or {@code a=1 b=x}. */
    static String pairs(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }
}
