package dev.migrate.cli.notify;

import dev.migrate.job.Outcome;

/**
 * Tells somebody who does not watch how the runs of this process get on. Never throws and never keeps a run waiting.
 * Thread-safe.
 */
public interface Notices {

    /** Tells nobody. */
    Notices NONE = new Notices() {
        @Override
        public void needsSomeone(long execution, String sentence) {}

        @Override
        public void ended(Outcome outcome) {}
    };

    /** An execution does not get on until somebody does something about it. */
    void needsSomeone(long execution, String sentence);

    /** An execution that this process has begun is over. */
    void ended(Outcome outcome);
}
