package dev.migrate.type.copy.statement;

/** What to do with a row whose key the target has already. */
public enum OnConflict {
    /** It is refused. */
    ERROR,
    /** It replaces what is there. */
    UPDATE,
    /** What is there stays. */
    NOTHING
}
