package dev.migrate.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that a client has sent to a server and given up, and that is still on its way. */
public final class Delayed {

    private final CountDownLatch sent = new CountDownLatch(1);
    private volatile @Nullable Connection session;
    private volatile @Nullable Callable<?> request;

    void send(Connection over, Callable<?> what) {
        session = over;
        request = what;
        sent.countDown();
    }

    /** Waits until it is on its way. */
    public Delayed awaitSent() throws InterruptedException {
        if (!sent.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing was sent");
        }
        return this;
    }

    /** It arrives, and the transaction that it belongs to is committed. */
    public void land() throws Exception {
        try (Connection over = Objects.requireNonNull(session)) {
            Objects.requireNonNull(request).call();
            if (!over.getAutoCommit()) {
                over.commit();
                over.setAutoCommit(true);
            }
        }
    }

    /** It never arrives; the server rolls back what it belongs to. */
    public void getLost() throws SQLException {
        try (Connection over = Objects.requireNonNull(session)) {
            over.rollback();
            over.setAutoCommit(true);
        }
    }
}
