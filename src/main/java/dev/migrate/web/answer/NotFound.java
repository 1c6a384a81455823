package dev.migrate.web.answer;

/** What was asked for is not there. The message is a sentence for the one who asked. */
public final class NotFound extends RuntimeException {

    public NotFound(String sentence) {
        super(sentence);
    }
}
