package dev.migrate.job.throttle;

/** Reads whole numbers; {@code 5_000} is one. */
final class WholeNumber {

    private static final int LONGEST_SHOWN = 60;

    private WholeNumber() {}

    static long of(String key, String text) {
        try {
            return Long.parseLong(text.strip().replaceAll("(?<=\\d)_(?=\\d)", ""));
        } catch (NumberFormatException e) {
            throw refusal(key, "a whole number", text);
        }
    }

    /** Says what a value must be. */
    static IllegalArgumentException refusal(String key, String wish, String text) {
        String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return new IllegalArgumentException("\"%s\" must be %s, not \"%s\"".formatted(key, wish, shown));
    }
}
