package dev.migrate.cli.notify;

/** What a notice is about. */
enum Event {
    ENDED("ended"),
    NEEDS_SOMEONE("needs-someone");

    private final String word;

    Event(String word) {
        this.word = word;
    }

    /** As the notice has it. */
    String word() {
        return word;
    }
}
