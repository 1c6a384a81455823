package dev.migrate.type.check;

import dev.migrate.job.Finding;
import dev.migrate.job.Findings;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which rows that rules returned are findings.
 *
 * @param keys what the table says of each key, by the key as rules returned it
 */
record Verdict(RowSource rows, KeyRange range, Map<KeyValue, JudgedKey> keys) {

    Verdict {
        // What Map.copyOf makes probes for minutes: the hashes of keys that are numbers lie side by side.
        keys = Collections.unmodifiableMap(new HashMap<>(keys));
    }

    /** How many rows that were read break a rule. */
    long found() {
        return keys.values().stream()
                .filter(JudgedKey::isRead)
                .map(JudgedKey::key)
                .distinct()
                .count();
    }

    /**
     * Adds the findings in the order of the rows; a row that the source leaves out is none.
     *
     * @throws UserMistake if a row is another page's
     */
    void judge(List<BrokenRow> broken, Findings findings) {
        for (BrokenRow row : broken) {
            JudgedKey judged = judged(row);
            if (!judged.isLeftOut()) {
                findings.add(finding(row, judged));
            }
        }
    }

    private JudgedKey judged(BrokenRow broken) {
        JudgedKey judged = keys.get(broken.key());
        if (judged == null || !judged.inPage()) {
            throw new UserMistake(
                    "the rule \"%s\" returned the row with the key %s, which is not in the page %s that it was asked about; put its {range} on the key that it returns"
                            .formatted(broken.rule().name(), broken.key(), range));
        }
        return judged;
    }

    private Finding finding(BrokenRow broken, JudgedKey judged) {
        return new Finding(
                rows.database(),
                rows.key().named(judged.key()),
                Finding.Kind.BROKEN,
                broken.rule().name(),
                broken.columns());
    }
}
