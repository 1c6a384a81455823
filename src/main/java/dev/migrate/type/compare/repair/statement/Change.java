package dev.migrate.type.compare.repair.statement;

import dev.migrate.job.key.KeyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to one row of the target.
 *
 * @param found the digests of the row as it was found there; none for one that is missing
 * @param values the texts of the columns that are to be written, in their order; none for a row that is to go
 */
public record Change(KeyValue key, List<@Nullable String> found, List<@Nullable String> values) {

    public Change {
        found = Collections.unmodifiableList(new ArrayList<>(found));
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
