package dev.migrate.engine.accept;

import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.throttle.Throttle;
import dev.migrate.table.page.PageSize;

/**
 * A run that this process works for. Thread-safe.
 *
 * @param pageSize learnt from all pages of the run in this process
 * @param throttle what its job file asks for
 */
public record AcceptedRun(OpenRun run, PreparedJob job, PageSize pageSize, Throttle throttle) {

    /** What the partitions on a database are cut from. */
    public KeySpace keySpace(DatabaseName database) {
        return job.keySpaces().stream()
                .filter(space -> space.database().equals(database))
                .findFirst()
                .orElseThrow(() -> new UserMistake("the job has no table on database \"" + database + "\""));
    }
}
