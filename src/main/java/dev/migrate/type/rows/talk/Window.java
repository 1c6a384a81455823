package dev.migrate.type.rows.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where three threads meet that talk to a program: one puts rows in and waits for the answers, one sends them, one tells of
 * the answers.
 */
final class Window {

    // So much of the timeout goes by, at most, before its end is noticed.
    private static final int TICKS = 10;
    private static final Duration AFTER_FIRST = Duration.ofMillis(100);
    private static final Duration AFTER_LAST = Duration.ofMillis(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rowsToSend = lock.newCondition();
    private final Condition answers = lock.newCondition();
    private final Flight flight = new Flight();
    private final Duration timeout;
    private List<RefusedRow> refused = new ArrayList<>();
    private @Nullable RowLine last;
    private boolean closed;
    private @Nullable Trouble trouble;

    /** @param timeout how long a program may say nothing while a row waits for its answer */
    Window(Duration timeout) {
        this.timeout = timeout;
    }

    /** Puts rows in, as soon as there is room; returns when all are in. */
    void put(List<RowLine> rows) throws InTrouble, InterruptedException {
        lock.lockInterruptibly();
        try {
            for (int next = 0; next < rows.size(); ) {
                RowLine row = rows.get(next);
                demandNoTrouble(row);
                await(() -> flight.hasRoomFor(row), row);
                if (flight.isBackFromFirst()) {
                    listen(row, AFTER_FIRST);
                }
                next = flight.takeOn(rows, next);
                last = rows.get(next - 1);
                rowsToSend.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every row is answered. A program that ends then has done its work. */
    void drain() throws InTrouble, InterruptedException {
        lock.lockInterruptibly();
        try {
            RowLine row = last;
            if (row != null) {
                await(flight::isEmpty, row);
                listen(row, flight.isBackFromFirst() ? AFTER_FIRST : AFTER_LAST);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for what the answers bring about; {@code next} is the row to blame if all that were sent are answered. */
    private void await(BooleanSupplier ready, RowLine next) throws InTrouble, InterruptedException {
        long heard = flight.answered();
        for (int ticks = 0; !ready.getAsBoolean(); ticks = flight.answered() == heard ? ticks + 1 : 0) {
            if (ticks == TICKS) {
                fail(Trouble.silent(timeout));
            }
            demandNoTrouble(next);
            heard = flight.answered();
            boolean unused = answers.await(timeout.toNanos() / TICKS, TimeUnit.NANOSECONDS);
        }
    }

    /** An answer too many would pass for that of the next row, were that row sent before it comes. */
    private void listen(RowLine next, Duration time) throws InTrouble, InterruptedException {
        long left = time.toNanos();
        while (left > 0 && trouble == null) {
            left = answers.awaitNanos(left);
        }
        if (trouble != null && trouble.isRubbish()) {
            demandNoTrouble(next);
        }
    }

    private void demandNoTrouble(RowLine next) throws InTrouble {
        if (trouble != null) {
            RowLine first = flight.first();
            throw new InTrouble(trouble, (first == null ? next : first).key());
        }
    }

    /** Waits for rows to send; none: there will be no more. */
    List<RowLine> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            List<RowLine> rows = flight.send();
            while (rows.isEmpty() && trouble == null && !closed) {
                rowsToSend.await();
                rows = flight.send();
            }
            return rows;
        } finally {
            lock.unlock();
        }
    }

    /** So many rows more were answered, in order, without an error. */
    void done(int rows) {
        answer(rows, row -> {});
    }

    /** The next row was answered with an error. */
    void refused(String error) {
        answer(1, row -> refused.add(new RefusedRow(row, error)));
    }

    private void answer(int rows, Consumer<RowLine> each) {
        lock.lock();
        try {
            for (int i = 0; i < rows && trouble == null; i++) {
                RowLine row = flight.land();
                if (row == null) {
                    fail(Trouble.rubbish("answered more often than it was asked"));
                } else {
                    each.accept(row);
                }
            }
            answers.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Says that the program cannot go on, for the first reason that is told. */
    void fail(Trouble told) {
        lock.lock();
        try {
            if (trouble == null) {
                trouble = told;
            }
            answers.signalAll();
            rowsToSend.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more rows are put in. */
    void close() {
        lock.lock();
        try {
            closed = true;
            rowsToSend.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The rows that were answered with an error since this was last asked. */
    List<RefusedRow> takeRefused() {
        lock.lock();
        try {
            List<RefusedRow> taken = refused;
            refused = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    boolean hasRefused() {
        lock.lock();
        try {
            return !refused.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing is left of the rows that were put in, and nobody has told of a trouble. */
    boolean isIdle() {
        lock.lock();
        try {
            return flight.isEmpty() && refused.isEmpty() && trouble == null;
        } finally {
            lock.unlock();
        }
    }
}
