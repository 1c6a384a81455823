package dev.migrate.type.rows.talk;

import dev.migrate.program.LastLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells a log what a program writes to its standard error, line by line: all is read, so that the program never waits, but
 * only so much of a line and so many lines of a page are kept. One thread runs it; thread-safe otherwise.
 */
final class StandardError implements Runnable {

    private static final int AT_ONCE = 1 << 13;
    private static final int LONGEST = 1_000;
    private static final int LAST = 5;
    private static final int MOST_IN_A_PAGE = 100;

    private final InputStream errors;
    private final Consumer<String> log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Deque<byte[]> last = new ArrayDeque<>();
    private String where = "";
    private long lines;

    StandardError(InputStream errors, Consumer<String> log) {
        this.errors = errors;
        this.log = log;
    }

    /** A new page begins; what comes now is put down to the place that is given. */
    synchronized void page(String place) {
        tellLeftOut();
        where = place;
    }

    /** The last lines, fit for a message. */
    synchronized List<String> last() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        last.forEach(line -> {
            text.writeBytes(line);
            text.write('\n');
        });
        return LastLines.of(text.toByteArray());
    }

    @Override
    public void run() {
        byte[] buffer = new byte[AT_ONCE];
        try {
            for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
                take(buffer, read);
            }
            take(new byte[] {'\n'}, 1);
        } catch (IOException e) {
            log.accept(where + ": its standard error can no longer be read: " + e.getMessage());
        }
        synchronized (this) {
            tellLeftOut();
        }
    }

    private synchronized void take(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                endLine();
            } else if (line.size() < LONGEST) {
                line.write(buffer[i]);
            }
        }
    }

    private void endLine() {
        if (line.size() == 0) {
            return;
        }
        last.add(line.toByteArray());
        if (last.size() > LAST) {
            last.remove();
        }
        line.reset();
        if (lines++ < MOST_IN_A_PAGE) {
            LastLines.of(last.getLast()).forEach(text -> log.accept(where + ": " + text));
        }
    }

    private void tellLeftOut() {
        if (lines > MOST_IN_A_PAGE) {
            log.accept("%s: … and %,d lines more".formatted(where, lines - MOST_IN_A_PAGE));
        }
        lines = 0;
    }
}
