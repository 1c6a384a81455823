package dev.migrate.engine.checkpoint;

import dev.migrate.job.PageResult;
import dev.migrate.job.key.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of a partition that is written to it.
 *
 * @param page how many pages are committed there
 * @param position the last key of the last of them
 * @param result what came of it
 */
record Checkpoint(
        long fence,
        long page,
        @Nullable KeyValue position,
        @Nullable PageResult result) {

    Checkpoint {
        if (page < 0 || (page == 0) != (position == null) || (page == 0) != (result == null)) {
            throw new IllegalArgumentException("no checkpoint: page " + page + ", position " + position);
        }
    }
}
