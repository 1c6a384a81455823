package dev.migrate.chaos.process;

import dev.migrate.chaos.watch.Journal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts processes that ended though nobody had asked them to. Not thread-safe. */
public final class OwnEnds {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Journal journal;

    public OwnEnds(Journal journal) {
        this.journal = journal;
    }

    void tell(JarProcess process, String role) {
        int exitCode = process.exitCode().orElseThrow();
        counts.merge(role + " with exit code " + exitCode, 1, Integer::sum);
        journal.tell(
                "ENDED",
                "%s by itself, exit code %d: %s (%s)"
                        .formatted(process, exitCode, process.lastWords(), process.output()));
    }

    /** {@code 2 × manager with exit code 1}. */
    @Override
    public String toString() {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " × " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
