package dev.migrate.definition;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is kept of what a job finds.
 *
 * @param maxFindings how many findings of a run are stored; those beyond are only counted
 */
public record FindingLimit(@DefaultValue("100000") long maxFindings) {

    public FindingLimit {
        if (maxFindings < 0) {
            throw new IllegalArgumentException(
                    "\"max-findings\" is a number of findings, not %d; 0 stores none".formatted(maxFindings));
        }
    }
}
