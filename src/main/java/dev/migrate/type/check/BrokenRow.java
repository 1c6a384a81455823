package dev.migrate.type.check;

import dev.migrate.job.key.KeyValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as a rule returned it.
 *
 * @param key as the rule writes it: the table may write the same key otherwise
 * @param details one for each of the rule's
 */
record BrokenRow(Rule rule, KeyValue key, List<@Nullable String> details) {

    BrokenRow {
        details = Collections.unmodifiableList(Arrays.asList(details.toArray(new @Nullable String[0])));
        if (details.size() != rule.details().size()) {
            throw new IllegalArgumentException("other details than the rule \"" + rule.name() + "\" has");
        }
    }

    /** The details as a finding has them: each under the name {@code source}. */
    Map<String, Map<String, @Nullable String>> columns() {
        Map<String, Map<String, @Nullable String>> columns = new LinkedHashMap<>();
        for (int i = 0; i < details.size(); i++) {
            columns.put(rule.details().get(i).value(), Collections.singletonMap("source", details.get(i)));
        }
        return columns;
    }
}
