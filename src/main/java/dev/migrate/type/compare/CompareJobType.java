package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;
import java.util.concurrent.Executor;

/** The job type compare: do two tables hold the same rows? Only reads. Thread-safe. */
public final class CompareJobType implements JobType<CompareDefinition> {

    private final Databases databases;
    private final Executor secondSide;

    /** @param secondSide asks the target while the calling thread asks the source; one thread for each working thread */
    public CompareJobType(Databases databases, Executor secondSide) {
        this.databases = databases;
        this.secondSide = secondSide;
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public Class<CompareDefinition> definition() {
        return CompareDefinition.class;
    }

    @Override
    public PreparedJob prepare(CompareDefinition definition, JobRequest request) {
        return new PrepareCompare(databases, secondSide, request).prepare(definition);
    }
}
