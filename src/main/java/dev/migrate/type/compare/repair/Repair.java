package dev.migrate.type.compare.repair;

/** What is done with rows that differ, besides reporting them. */
public enum Repair {
    /** Nothing. */
    NONE,
    /** The target is made to agree. */
    TARGET
}
