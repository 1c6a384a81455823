package dev.migrate.engine.presence;

/** The manager's seat is not to be had at this moment. */
public final class SeatTaken extends RuntimeException {

    SeatTaken() {
        super("the manager lost its session with the repository, and another one has taken its seat");
    }
}
