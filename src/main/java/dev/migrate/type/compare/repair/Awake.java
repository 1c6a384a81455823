package dev.migrate.type.compare.repair;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Says something in a transaction every few seconds while nobody else does: a server ends one that is idle for long, and the
 * tables may take longer to compare. Who uses the connection meanwhile does so through here.
 */
final class Awake implements AutoCloseable {

    private static final long SECONDS = 4;

    /** What is done in the transaction. */
    @FunctionalInterface
    interface Use {
        void run() throws SQLException, InterruptedException;
    }

    private final Connection connection;
    private final ReentrantLock inUse = new ReentrantLock();
    private final CountDownLatch over = new CountDownLatch(1);

    private Awake(Connection connection) {
        this.connection = connection;
    }

    /** Keeps a transaction awake on a thread of the executor, until it is closed. */
    static Awake keep(Connection connection, Executor executor) {
        Awake awake = new Awake(connection);
        executor.execute(awake::keepTalking);
        return awake;
    }

    void during(Use use) throws SQLException, InterruptedException {
        inUse.lockInterruptibly();
        try {
            use.run();
        } finally {
            inUse.unlock();
        }
    }

    private void keepTalking() {
        try {
            while (!over.await(SECONDS, TimeUnit.SECONDS)) {
                if (inUse.tryLock()) {
                    sayOnce();
                }
            }
        } catch (SQLException e) {
            // The transaction is lost; who uses it next will see that too.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayOnce() throws SQLException {
        try {
            if (over.getCount() > 0) {
                say();
            }
        } finally {
            inUse.unlock();
        }
    }

    private void say() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select");
        }
    }

    /** Returns when the connection is the caller's alone again. */
    @Override
    public void close() {
        inUse.lock();
        try {
            over.countDown();
        } finally {
            inUse.unlock();
        }
    }
}
