package dev.migrate.web.answer;

/** There are too many who ask for the same. The message is a sentence for the one who came too late. */
public final class Busy extends RuntimeException {

    public Busy(String sentence) {
        super(sentence);
    }
}
