package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.Pause;
import dev.migrate.job.PreparedJob;
import dev.migrate.type.compare.hash.ChooseHash;
import dev.migrate.type.compare.hash.HashProbe;
import java.util.concurrent.Executor;

/** The job type compare: do two tables hold the same rows? Only reads, unless told to repair the target. Thread-safe. */
public final class CompareJobType implements JobType<CompareDefinition> {

    private final Means means;
    private final ChooseHash chooseHash;

    /**
     * The job type.
     *
     * @param sideQueries asks further tables while the calling thread asks the first; never makes a question wait for another
     * @param pause waits before rows are looked at again
     */
    public CompareJobType(Databases databases, Executor sideQueries, Pause pause) {
        this(databases, sideQueries, pause, new HashProbe(databases));
    }

    CompareJobType(Databases databases, Executor sideQueries, Pause pause, ChooseHash chooseHash) {
        this.means = new Means(databases, sideQueries, pause);
        this.chooseHash = chooseHash;
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
        return new PrepareCompare(means, chooseHash, request).prepare(definition);
    }
}
