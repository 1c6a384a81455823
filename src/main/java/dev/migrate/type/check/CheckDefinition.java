package dev.migrate.type.check;

import dev.migrate.definition.FindingLimit;
import dev.migrate.definition.Source;
import dev.migrate.definition.yaml.Inline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a job file of type check says.
 *
 * @param source the rows that are to keep the rules
 * @param rules by name, in the order of the file: each a select, with {@code {range}} in it, of the rows that break it
 */
public record CheckDefinition(
        Source source, Map<String, String> rules, @Inline FindingLimit limit) {

    private static final int LONGEST_NAME = 100;

    public CheckDefinition {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "rules has no rule; write NAME: and a select, with {range} in it, of the rows that break it");
        }
        rules.keySet().forEach(CheckDefinition::demandName);
    }

    private static void demandName(String name) {
        if (name.isBlank() || !name.matches("\\P{Cntrl}{1,%d}".formatted(LONGEST_NAME))) {
            throw new IllegalArgumentException(
                    "rules has the name \"%s\", which findings could not show; name a rule in a few words"
                            .formatted(name.replaceAll("\\p{Cntrl}", " ").strip()));
        }
    }
}
