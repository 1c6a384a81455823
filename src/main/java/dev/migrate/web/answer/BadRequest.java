package dev.migrate.web.answer;

/** A request that says what cannot be. The message is a sentence for the one who sent it. */
public final class BadRequest extends RuntimeException {

    public BadRequest(String sentence) {
        super(sentence);
    }
}
