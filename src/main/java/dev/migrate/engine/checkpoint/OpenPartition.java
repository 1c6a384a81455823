package dev.migrate.engine.checkpoint;

import dev.migrate.engine.claim.Overtaken;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;

/** Makes a claim known to the database that it writes to, and sees how far its predecessors came. Used by one thread. */
final class OpenPartition {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    // A predecessor that may not be terminated is ended by its own idle_in_transaction_session_timeout before that.
    private static final int TRIES = 10;

    private final DatabaseName database;
    private final Fence fence;
    private final Duration lockTimeout;

    OpenPartition(DatabaseName database, Fence fence, Duration lockTimeout) {
        this.database = database;
        this.fence = fence;
        this.lockTimeout = lockTimeout;
    }

    /**
     * Fences, then reads. In the other order a predecessor could still commit a page in between, and this claim would go on
     * from before it.
     */
    Checkpoint open(Connection connection) throws SQLException {
        Predecessors predecessors = new Predecessors(connection, fence);
        fence(connection, predecessors);
        // What they have begun since can only fail, for they find the row fenced; no use in their finding out for
        // themselves.
        predecessors.terminate();
        Checkpoint found = new CheckpointRow(connection, fence).read().orElseThrow(this::removed);
        if (found.fence() != fence.number()) {
            throw new Overtaken("partition " + fence.partition() + " was opened on database \"" + database
                    + "\" under fence " + found.fence() + ", later than this worker's " + fence.number()
                    + ": another worker has it, or the repository was restored from a backup");
        }
        return found;
    }

    private void fence(Connection connection, Predecessors predecessors) throws SQLException {
        for (int attempt = 1; !tryToFence(connection); attempt++) {
            List<String> spared = predecessors.terminate();
            if (attempt == TRIES) {
                throw stillLocked(spared);
            }
        }
    }

    /** False if the row stayed locked: by a page of a predecessor, which may be frozen. */
    private boolean tryToFence(Connection connection) throws SQLException {
        try {
            return Transaction.run(connection, () -> {
                LocalSettings.set(connection, fence);
                LocalSettings.lockTimeout(connection, lockTimeout);
                new CheckpointRow(connection, fence).fence();
                return true;
            });
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private SQLException stillLocked(List<String> spared) {
        String remedy = spared.isEmpty()
                ? "a session that is not a worker's has locked its row in migrate.checkpoint: end that session"
                : "a worker before it still has a session there, of user " + String.join(", ", spared)
                        + ", which this worker's user may not end: let all workers use one user, or grant it"
                        + " pg_signal_backend";
        return new SQLTransientException(
                "partition " + fence.partition() + " cannot be opened on database \"" + database + "\", for " + remedy,
                LOCK_NOT_AVAILABLE);
    }

    private UserMistake removed() {
        return new UserMistake("somebody removed the row of partition " + fence.partition() + " of instance "
                + fence.instance() + " from migrate.checkpoint in database \"" + database
                + "\" just now: let it be there while a run goes on");
    }
}
