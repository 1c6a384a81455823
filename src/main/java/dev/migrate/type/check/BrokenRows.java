package dev.migrate.type.check;

import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the rules returned for one page: it is held in memory, so there is a limit. */
final class BrokenRows {

    // A full page of 200,000 rows may break two rules in every row.
    private static final int MOST = 500_000;

    private final KeyRange range;
    private final List<BrokenRow> rows = new ArrayList<>();
    private final Set<KeyValue> keys = new LinkedHashSet<>();

    BrokenRows(KeyRange range) {
        this.range = range;
    }

    void add(BrokenRow row) {
        if (rows.size() == MOST) {
            throw new UserMistake(
                    "the rules return more than %,d rows for the page %s, the last of them by the rule \"%s\"; have a rule return a row of the table once, or set page-size to less"
                            .formatted(MOST, range, row.rule().name()));
        }
        rows.add(row);
        keys.add(row.key());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<BrokenRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Each key once, in the order in which they came. */
    List<KeyValue> keys() {
        return List.copyOf(keys);
    }
}
