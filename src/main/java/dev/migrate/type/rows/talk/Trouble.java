package dev.migrate.type.rows.talk;

import java.time.Duration;

/**
 * What a program did that it may not do.
 *
 * @param kind how it shows
 * @param sentence what it did, as the rest of a sentence about the program
 */
public record Trouble(Kind kind, String sentence) {

    public enum Kind {
        /** It is gone, or at least cannot be talked to; what it answered before stands. */
        ENDED,
        /** What it answered last cannot be trusted. */
        RUBBISH,
        /** It is there and says nothing. */
        SILENT
    }

    static Trouble rubbish(String sentence) {
        return new Trouble(Kind.RUBBISH, sentence);
    }

    static Trouble ended(String sentence) {
        return new Trouble(Kind.ENDED, sentence);
    }

    static Trouble silent(Duration timeout) {
        return new Trouble(
                Kind.SILENT,
                "answered nothing for %s: let it write a line for each row and flush it, or give it more time with timeout"
                        .formatted(shown(timeout)));
    }

    private static String shown(Duration timeout) {
        return timeout.toMillis() % 1_000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    boolean isRubbish() {
        return kind == Kind.RUBBISH;
    }

    boolean isEnd() {
        return kind == Kind.ENDED;
    }
}
