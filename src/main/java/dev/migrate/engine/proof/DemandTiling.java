package dev.migrate.engine.proof;

import dev.migrate.job.key.DatabaseName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Demands that the ranges of an instance cover every key of each of its databases once, by what is stored of them: the first
 * begins before everything, each one where the one before ends, the last is open, and each was done to its end. Thread-safe.
 */
public final class DemandTiling {

    private static final String RANGES =
            "select database, gap, unfinished from migrate.coverage where instance_id = :instance order by database";

    private record Ranges(
            String database,
            @Nullable Integer gap,
            @Nullable Integer unfinished) {}

    private final JdbcClient repository;

    public DemandTiling(JdbcClient repository) {
        this.repository = repository;
    }

    /**
     * Returns if it is so.
     *
     * @throws KeysLeftOut if not; says where
     */
    public void of(long instance, Collection<DatabaseName> databases) {
        Map<String, Ranges> ranges = new HashMap<>();
        ranges(instance).forEach(each -> ranges.put(each.database(), each));
        for (DatabaseName database : databases) {
            demand(database, ranges.get(database.value()));
        }
    }

    private List<Ranges> ranges(long instance) {
        return repository
                .sql(RANGES)
                .param("instance", instance)
                .query(Ranges.class)
                .list();
    }

    private static void demand(DatabaseName database, @Nullable Ranges ranges) {
        if (ranges == null) {
            throw new KeysLeftOut("there is no partition on " + database);
        }
        if (ranges.gap() != null) {
            throw new KeysLeftOut("the ranges on " + database + " do not join at partition " + ranges.gap());
        }
        if (ranges.unfinished() != null) {
            throw new KeysLeftOut("partition " + ranges.unfinished() + " on " + database + " was not done to its end");
        }
    }
}
