package dev.migrate.type.rows.talk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows on their way to a program and back, in order: only so many at once, and no more than the program has answered so
 * far, but one, so that one that answers out of turn is found out by its first rows. Not thread-safe.
 */
final class Flight {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    private final Deque<RowLine> unsent = new ArrayDeque<>();
    private final Deque<RowLine> sent = new ArrayDeque<>();
    private long bytes;
    private long answered;

    boolean isEmpty() {
        return size() == 0;
    }

    /** Whether there was one row so far, and it is answered. */
    boolean isBackFromFirst() {
        return isEmpty() && answered == 1;
    }

    long answered() {
        return answered;
    }

    /** Only when half of the others are back: else each answer would wake up whoever waits to send the next row. */
    boolean hasRoomFor(RowLine row) {
        return isEmpty() || (size() <= most() / 2 && bytes <= MOST_BYTES / 2 && fits(row));
    }

    /** Takes rows on, the first one and those after it that fit; returns the index of the next one. */
    int takeOn(List<RowLine> rows, int first) {
        int next = first;
        do {
            unsent.add(rows.get(next));
            bytes += rows.get(next).length();
            next++;
        } while (next < rows.size() && fits(rows.get(next)));
        return next;
    }

    /** The rows to be sent now. */
    List<RowLine> send() {
        List<RowLine> rows = new ArrayList<>(unsent);
        sent.addAll(rows);
        unsent.clear();
        return rows;
    }

    /** The row that is answered now; null if none that was sent waits for an answer. */
    @Nullable
    RowLine land() {
        RowLine row = sent.poll();
        if (row != null) {
            bytes -= row.length();
            answered++;
        }
        return row;
    }

    /** The first row that has no answer yet; null if all have one. */
    @Nullable
    RowLine first() {
        return sent.isEmpty() ? unsent.peek() : sent.peek();
    }

    private boolean fits(RowLine row) {
        return size() < most() && bytes + row.length() <= MOST_BYTES;
    }

    private int size() {
        return unsent.size() + sent.size();
    }

    private long most() {
        return Math.min(MOST_ROWS, answered + 1);
    }
}
