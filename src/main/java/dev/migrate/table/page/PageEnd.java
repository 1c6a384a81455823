package dev.migrate.table.page;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.ColumnRangePartitioner;
import java.util.Objects;

/** Where a page ends, and about how many rows it then has. */
record PageEnd(KeyValue key, long rows) {

    /** That of a page that takes in all of a range with an upper bound. */
    static PageEnd ofAll(KeyRange range) {
        return new PageEnd(Objects.requireNonNull(range.upper()), ColumnRangePartitioner.ROWS_WITHOUT_INDEX);
    }
}
