package dev.migrate.type.compare.repair.relative;

/** More rows hang together than are to be in memory at once. */
final class TooManyRelatives extends Exception {

    private static final long serialVersionUID = 1;
}
