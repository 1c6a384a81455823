package dev.migrate.type.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What differs from partition to partition and may stand in an argument, in braces. */
enum Slot {
    /** Its number, from 1. */
    PARTITION(false),
    /** How many there are. */
    PARTITIONS(false),
    /** The key below its first one. */
    FROM(true),
    /** Its last key. */
    TO(true),
    /** The name of the database that it is on. */
    DATABASE(true);

    private final boolean ofSource;

    Slot(boolean ofSource) {
        this.ofSource = ofSource;
    }

    /** Whether there is only one where the job has a source. */
    boolean isOfSource() {
        return ofSource;
    }

    static Optional<Slot> named(String word) {
        return Arrays.stream(values()).filter(slot -> slot.word().equals(word)).findFirst();
    }

    /** All of them, for a sentence. */
    static String all() {
        return Arrays.stream(values()).map(slot -> "{" + slot.word() + "}").collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
