package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Partitions;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Holds the one partition that a user asks for against those that there are, or will be. Writes nothing. Thread-safe. */
final class CheckOnly {

    private final Partitions partitions;
    private final Planner planner;

    CheckOnly(Partitions partitions, Planner planner) {
        this.partitions = partitions;
        this.planner = planner;
    }

    /**
     * Lets a request pass.
     *
     * @throws UserMistake if there is no such partition
     */
    void check(RunRequest request, PreparedJob job, @Nullable Run newest) throws SQLException {
        if (request.only().isPresent()) {
            int only = request.only().getAsInt();
            long all = count(request, job, newest);
            if (only > all) {
                throw new UserMistake("--only=" + only + ": there "
                        + (all == 1 ? "is 1 partition" : "are " + all + " partitions")
                        + "; the plan command shows them");
            }
        }
    }

    private long count(RunRequest request, PreparedJob job, @Nullable Run newest) throws SQLException {
        return newest != null && newest.planned() && !request.reset()
                ? partitions.total(newest.instance())
                : planner.plan(job, request.partitionsToCut()).partitions().size();
    }
}
