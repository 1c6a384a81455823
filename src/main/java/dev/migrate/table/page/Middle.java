package dev.migrate.table.page;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Finds where to cut what is left of a range. */
final class Middle {

    /** It need not be the very middle of more: whoever gets what lies beyond is asked to share it in turn. */
    private static final Duration MUCH = Duration.ofSeconds(32);

    private final KeyLookups lookups;
    private final PartitionPace pace;

    Middle(KeyLookups lookups, PartitionPace pace) {
        this.lookups = lookups;
        this.pace = pace;
    }

    /** Empty if what is left would not take so long. */
    Optional<KeyValue> of(KeyRange rest, Duration least) throws SQLException, InterruptedException {
        Optional<KeyValue> far = nth(rest, pace.rowsIn(MUCH));
        if (far.isPresent() && !far.get().equals(rest.upper())) {
            return far;
        }
        long left = lookups.count(rest);
        // Rows may have gone since they were counted.
        return left > 1 && takes(left, least)
                ? nth(rest, left / 2).filter(cut -> !cut.equals(rest.upper()))
                : Optional.empty();
    }

    private boolean takes(long rows, Duration least) {
        return pace.of(rows).compareTo(least) >= 0;
    }

    private Optional<KeyValue> nth(KeyRange rest, long n) throws SQLException, InterruptedException {
        return KeyLookups.await(lookups.nth(rest, n));
    }
}
