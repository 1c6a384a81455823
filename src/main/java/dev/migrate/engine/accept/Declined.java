package dev.migrate.engine.accept;

/** This process does not work for a run; the message says why not, in a sentence. */
final class Declined extends Exception {

    Declined(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
