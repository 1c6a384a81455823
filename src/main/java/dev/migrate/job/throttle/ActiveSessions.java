package dev.migrate.job.throttle;

/** How many sessions of others may be at work on a server. */
public record ActiveSessions(long most) implements Comparable<ActiveSessions> {

    private static final String KEY = "max-active-sessions";

    public ActiveSessions {
        if (most < 1 || most > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "\"%s\" must be from 1 to %d, not %d".formatted(KEY, Integer.MAX_VALUE, most));
        }
    }

    public static ActiveSessions of(String text) {
        return new ActiveSessions(WholeNumber.of(KEY, text));
    }

    @Override
    public int compareTo(ActiveSessions other) {
        return Long.compare(most, other.most);
    }

    @Override
    public String toString() {
        return Long.toString(most);
    }
}
