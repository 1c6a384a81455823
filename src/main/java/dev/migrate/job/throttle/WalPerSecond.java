package dev.migrate.job.throttle;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes a server may write ahead in a second. */
public record WalPerSecond(long bytes) implements Comparable<WalPerSecond> {

    private static final String KEY = "max-wal-per-second";
    private static final String WISH = "a size such as 64MB";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*([KMGT]?)B");
    private static final String UNITS = "KMGT";

    public WalPerSecond {
        if (bytes < 1) {
            throw new IllegalArgumentException("\"%s\" must be more than nothing, as in 64MB".formatted(KEY));
        }
    }

    /** {@code 64MB}, {@code 512KB}; a KB is 1,024 bytes. */
    public static WalPerSecond of(String text) {
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw WholeNumber.refusal(KEY, WISH, text);
        }
        try {
            int shift = size.group(2).isEmpty() ? 0 : 10 * (UNITS.indexOf(size.group(2)) + 1);
            return new WalPerSecond(Math.multiplyExact(Long.parseLong(size.group(1)), 1L << shift));
        } catch (ArithmeticException e) {
            throw WholeNumber.refusal(KEY, WISH, text);
        }
    }

    @Override
    public int compareTo(WalPerSecond other) {
        return Long.compare(bytes, other.bytes);
    }

    /** In the largest unit in which it is a whole number. */
    @Override
    public String toString() {
        int unit = Math.min(UNITS.length(), Long.numberOfTrailingZeros(bytes) / 10);
        return (bytes >> (10 * unit)) + (unit == 0 ? "" : UNITS.substring(unit - 1, unit)) + "B";
    }
}
