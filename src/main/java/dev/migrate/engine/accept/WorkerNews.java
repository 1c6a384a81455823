package dev.migrate.engine.accept;

/** Hears what a worker process does. Thread-safe; returns at once. */
public interface WorkerNews {

    /** The process has joined under a number. */
    default void joined(int worker) {}

    /** It works for an execution. */
    default void accepted(String job, long execution) {}

    /** It does not, for that reason. */
    default void declined(String job, long execution, String reason) {}

    /** Something holds its threads back, for that reason. */
    default void held(String what, String reason) {}

    /** It no longer does. */
    default void letGo(String what) {}

    /** It is no longer joined, or cannot join, and tries again. */
    default void lost(String reason) {}

    /** It has a partition no longer in hand, done or not. */
    default void left(String job, int partition) {}

    /** A thread of it found no partition to take. */
    default void idle() {}
}
