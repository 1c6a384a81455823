package dev.migrate.program;

import java.util.List;
import java.util.stream.Stream;

/** The processes that a program consists of. Thread-safe. */
interface Members {

    /** Those that are alive now. */
    List<ProcessHandle> alive();

    /** What {@code kill} calls them. */
    String target();

    /** A program that shares its group with others: what it started and what these did, as far as it still can be told. */
    static Members descendants(ProcessHandle program) {
        return new Members() {
            @Override
            public List<ProcessHandle> alive() {
                return Stream.concat(program.descendants(), Stream.of(program))
                        .filter(ProcessHandle::isAlive)
                        .toList();
            }

            @Override
            public String target() {
                return String.valueOf(program.pid());
            }
        };
    }
}
