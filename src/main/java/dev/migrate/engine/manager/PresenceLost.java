package dev.migrate.engine.manager;

/** This manager's session with the repository is gone: others may take it for dead. */
final class PresenceLost extends RuntimeException {

    PresenceLost() {
        super(
                "the manager lost its session with the repository, so another one may have taken over; run the command again");
    }
}
