package dev.migrate.type.copy;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;
import java.util.concurrent.Executor;

/**
 * The job type copy: the rows that a select of the user's gives, put into a table of the same or of another database, each
 * page exactly once. Thread-safe.
 */
public final class CopyJobType implements JobType<CopyDefinition> {

    private final Databases databases;
    private final Executor readers;

    /** @param readers reads from the one database what is written to the other; never makes a task wait for another one */
    public CopyJobType(Databases databases, Executor readers) {
        this.databases = databases;
        this.readers = readers;
    }

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public Class<CopyDefinition> definition() {
        return CopyDefinition.class;
    }

    @Override
    public PreparedJob prepare(CopyDefinition definition, JobRequest request) {
        return new PrepareCopy(databases, readers, request, definition).prepare();
    }
}
