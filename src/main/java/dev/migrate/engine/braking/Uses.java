package dev.migrate.engine.braking;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.RowSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the work on a partition touches.
 *
 * @param instance of the run
 * @param own the database that the partition is on; null if the job has no table
 * @param databases all that it needs
 * @param sources the tables that it walks along
 */
public record Uses(long instance, @Nullable DatabaseName own, Set<DatabaseName> databases, List<RowSource> sources) {

    public Uses {
        databases = Set.copyOf(databases);
        sources = List.copyOf(sources);
    }
}
