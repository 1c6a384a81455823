package dev.migrate.engine.checkpoint;

import dev.migrate.database.Databases;
import dev.migrate.engine.claim.Claim;
import dev.migrate.job.TargetWork;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The checkpoints that a run keeps in the databases that it writes to. A crash leaves a page and its checkpoint both
 * committed, or neither. Thread-safe.
 */
public final class Checkpoints {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    private final Databases databases;
    private final Supplier<UUID> repository;
    private final Duration lockTimeout;
    private final PagesInHand inHand = new PagesInHand();

    /**
     * Checkpoints of the runs of one repository.
     *
     * @param repository tells which one; asked when a partition is opened
     */
    public Checkpoints(Databases databases, Supplier<UUID> repository) {
        this(databases, repository, LOCK_TIMEOUT);
    }

    Checkpoints(Databases databases, Supplier<UUID> repository, Duration lockTimeout) {
        this.databases = databases;
        this.repository = repository;
        this.lockTimeout = lockTimeout;
    }

    /**
     * Makes the table of checkpoints in a database, if it is not there. Several processes may do it at once.
     *
     * @throws UserMistake if it may not be made or used; says what to grant
     */
    public void prepare(DatabaseName target) throws SQLException {
        new CheckpointTable(target).makeIn(databases.dataSource(target));
    }

    /**
     * Opens a claimed partition to be written: from now on no earlier claim of it can write.
     *
     * @throws dev.migrate.engine.claim.Overtaken if a later claim has opened it
     * @throws UserMistake if repository and database disagree about how far the partition has come
     */
    public CheckpointedPages open(Claim claim, TargetWork work) throws SQLException {
        Fence fence = Fence.of(repository.get(), claim);
        DataSource target = databases.dataSource(work.target());
        Checkpoint found = open(fence, work.target(), target);
        boolean heard = new Agreement(claim, work.target()).isHeard(found);
        return new CheckpointedPages(claim, fence, work, target, inHand, heard ? null : found);
    }

    private Checkpoint open(Fence fence, DatabaseName name, DataSource target) throws SQLException {
        try (Connection connection = target.getConnection()) {
            return new OpenPartition(name, fence, lockTimeout).open(connection);
        } catch (SQLException e) {
            new CheckpointTable(name).refuseUnusable(e);
            throw e;
        }
    }

    /** Cuts the pages that this process is doing: they fail at once, and come to nothing unless they are being committed. */
    public void abortPages() {
        inHand.abort();
    }
}
