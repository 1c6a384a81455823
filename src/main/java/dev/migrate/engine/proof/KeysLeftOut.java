package dev.migrate.engine.proof;

/** All partitions are done, and yet not every key was covered. */
public final class KeysLeftOut extends RuntimeException {

    KeysLeftOut(String description) {
        super("not every key was covered: " + description
                + "; the repository was changed by somebody else, or this is a"
                + " mistake of the program: begin anew with --reset");
    }
}
