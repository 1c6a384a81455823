package dev.migrate.engine.manager;

/** Another manager has taken this instance over: this one must not touch it any more. */
final class ManagerReplaced extends RuntimeException {

    ManagerReplaced() {
        super("another manager has taken this run over");
    }
}
