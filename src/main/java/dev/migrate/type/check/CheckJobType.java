package dev.migrate.type.check;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;

/** The job type check: tells which rows break rules of the user's. Only reads; thread-safe. */
public final class CheckJobType implements JobType<CheckDefinition> {

    private final Databases databases;

    public CheckJobType(Databases databases) {
        this.databases = databases;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Class<CheckDefinition> definition() {
        return CheckDefinition.class;
    }

    @Override
    public PreparedJob prepare(CheckDefinition definition, JobRequest request) {
        return new PrepareCheck(databases, request, definition).prepare();
    }
}
