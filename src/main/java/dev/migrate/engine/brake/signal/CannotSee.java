package dev.migrate.engine.brake.signal;

/** A signal cannot be seen; the message says why not, in a clause. */
final class CannotSee extends Exception {

    CannotSee(String reason) {
        super(reason);
    }
}
