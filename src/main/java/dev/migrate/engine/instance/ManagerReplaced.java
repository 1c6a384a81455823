package dev.migrate.engine.instance;

/** Another manager has taken this instance over, or it was abandoned: this one must not touch it any more. */
public final class ManagerReplaced extends RuntimeException {

    public ManagerReplaced() {
        super("another manager has taken this run over, or it was abandoned");
    }
}
