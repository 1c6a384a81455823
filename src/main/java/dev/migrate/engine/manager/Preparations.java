package dev.migrate.engine.manager;

import dev.migrate.engine.checkpoint.Checkpoints;
import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.instance.RunDatabases;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import java.sql.SQLException;

/** What a manager makes sure of in databases before it lets anybody work. May be done again; a crash leaves nothing half. */
final class Preparations {

    private final RunDatabases databases;
    private final Checkpoints checkpoints;

    Preparations(RunDatabases databases, Checkpoints checkpoints) {
        this.databases = databases;
        this.checkpoints = checkpoints;
    }

    /**
     * Demands that the databases of a run are those that it was begun on, and makes what its job needs there.
     *
     * @throws dev.migrate.job.UserMistake if a database is another one, or does not allow it
     */
    void demandReady(Run run, PreparedJob job) throws SQLException {
        databases.demandSame(run.instance());
        for (KeySpace space : job.keySpaces()) {
            for (DatabaseName target : job.targets(space.database())) {
                checkpoints.prepare(target);
            }
        }
    }

    /** Notes what the partitions of a job need. */
    void note(Management management, PreparedJob job) {
        databases.note(management, job);
    }
}
