package dev.migrate.engine.worker;

import dev.migrate.database.Databases;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeySpace;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The jobs whose partitions this process works on, as its own config directory defines them; a definition that differs from
 * the one the run was begun with is declined. Thread-safe.
 */
final class ClaimedJobs {

    private record Known(JobDefinition<?> definition, PageSize pageSize) {}

    private final JobDefinitions definitions;
    private final PreparedJobs prepared;
    private final Databases databases;
    private final Executor lookups;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ClaimedJobs(JobDefinitions definitions, PreparedJobs prepared, Databases databases, Executor lookups) {
        this.definitions = definitions;
        this.prepared = prepared;
        this.databases = databases;
        this.lookups = lookups;
    }

    /** The job of a claim, ready to work. */
    PreparedJob of(Claim.JobReference job) {
        JobDefinition<?> definition = known(job).definition();
        if (!definition.hash().equals(job.definitionHash())) {
            throw new UserMistake("the definition of job \"" + job.name()
                    + "\" here is not the one that the run was begun with; use the same file everywhere");
        }
        return prepared.prepare(definition, job.parameters());
    }

    /** The pages of a claim's partition. */
    KeysetPagingReader reader(KeySpace space, Claim claim) {
        return new KeysetPagingReader(databases, space, known(claim.job()).pageSize(), lookups);
    }

    private Known known(Claim.JobReference job) {
        return known.computeIfAbsent(job.name(), name -> {
            JobDefinition<?> definition = definitions.load(name);
            return new Known(definition, pageSize(definition.common().pageSize()));
        });
    }

    private static PageSize pageSize(@Nullable Integer rows) {
        return rows == null ? PageSize.adaptive() : PageSize.fixed(rows);
    }

    /** What a claim's partition is cut from. */
    static KeySpace keySpace(PreparedJob job, Claim claim) {
        return job.keySpaces().stream()
                .filter(space -> space.database().equals(claim.partition().database()))
                .findFirst()
                .orElseThrow(() -> new UserMistake("the job has no table on database \""
                        + claim.partition().database() + "\", on which partition "
                        + claim.partition().number() + " lies"));
    }
}
