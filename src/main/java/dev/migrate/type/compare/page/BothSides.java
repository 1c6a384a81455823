package dev.migrate.type.compare.page;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Asks both sides at the same time: the source on the calling thread, the target on the executor. Thread-safe. */
final class BothSides {

    /** What is asked of a side. */
    @FunctionalInterface
    interface Question<T> {
        T ask(SidePage side) throws SQLException;
    }

    private final SidePage source;
    private final SidePage target;
    private final Executor executor;

    BothSides(SidePage source, SidePage target, Executor executor) {
        this.source = source;
        this.target = target;
        this.executor = executor;
    }

    /** Both answers; returns or throws only when neither side is busy any more. */
    <T> Both<T> ask(Question<T> question) throws SQLException, InterruptedException {
        FutureTask<T> second = new FutureTask<>(() -> question.ask(target));
        executor.execute(second);
        try {
            return new Both<>(question.ask(source), answer(second));
        } catch (SQLException | RuntimeException e) {
            waitFor(second);
            throw e;
        }
    }

    private static <T> T answer(FutureTask<T> second) throws SQLException, InterruptedException {
        try {
            return second.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void waitFor(FutureTask<?> second) throws InterruptedException {
        try {
            second.get();
        } catch (ExecutionException e) {
            // The source's failure is already on its way to the caller.
            return;
        }
    }
}
