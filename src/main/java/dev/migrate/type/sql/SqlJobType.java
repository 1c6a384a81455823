package dev.migrate.type.sql;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;

/** The job type sql: a statement of the user's, run page by page, each page exactly once. Thread-safe. */
public final class SqlJobType implements JobType<SqlDefinition> {

    private final Databases databases;

    public SqlJobType(Databases databases) {
        this.databases = databases;
    }

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public Class<SqlDefinition> definition() {
        return SqlDefinition.class;
    }

    @Override
    public PreparedJob prepare(SqlDefinition definition, JobRequest request) {
        return new PrepareSql(databases, request, definition).prepare();
    }
}
