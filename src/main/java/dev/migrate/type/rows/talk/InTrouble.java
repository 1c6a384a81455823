package dev.migrate.type.rows.talk;

import dev.migrate.job.key.KeyValue;

/** Thrown to whoever waits for a program that is in trouble. */
public final class InTrouble extends Exception {

    private final transient Trouble trouble;
    private final transient KeyValue key;

    /** @param key of the first row that it has not answered */
    InTrouble(Trouble trouble, KeyValue key) {
        super(trouble.sentence());
        this.trouble = trouble;
        this.key = key;
    }

    public Trouble trouble() {
        return trouble;
    }

    public KeyValue key() {
        return key;
    }
}
