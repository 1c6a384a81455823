package dev.migrate.type.rows.talk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Tells a window of a program's answers, line by line, until they end. */
final class AnswerReader implements Runnable {

    private static final int USUAL = 1 << 16;
    private static final int LONGEST = 1 << 20;

    private final InputStream answers;
    private final Window window;
    private byte[] buffer = new byte[USUAL];
    private int end;
    private int done;

    AnswerReader(InputStream answers, Window window) {
        this.answers = answers;
        this.window = window;
    }

    @Override
    public void run() {
        try {
            for (int read = read(); read >= 0; read = read()) {
                int searched = end;
                end += read;
                keep(lines(searched));
            }
            window.fail(Trouble.ended("closed its output"));
        } catch (IOException e) {
            window.fail(Trouble.ended("closed its output"));
        } catch (IllegalArgumentException e) {
            window.fail(Trouble.rubbish(String.valueOf(e.getMessage())));
        }
    }

    private int read() throws IOException {
        return answers.read(buffer, end, buffer.length - end);
    }

    /** Tells of all lines that are whole now; returns where the first begins that is not. */
    private int lines(int searched) {
        int begin = 0;
        for (int i = searched; i < end; i++) {
            if (buffer[i] == '\n') {
                line(begin, i - begin);
                begin = i + 1;
            }
        }
        flush();
        return begin;
    }

    private void line(int from, int length) {
        if (length == 2 && buffer[from] == '{' && buffer[from + 1] == '}') {
            done++;
            return;
        }
        flush();
        demandShort(length);
        String error = Answer.error(buffer, from, length);
        if (error == null) {
            done++;
        } else {
            window.refused(error);
        }
    }

    /** Many at a time: the window is locked for it. */
    private void flush() {
        if (done > 0) {
            window.done(done);
            done = 0;
        }
    }

    /** Keeps what comes after the last whole line. */
    private void keep(int begin) {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        demandShort(end);
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
    }

    private static void demandShort(int length) {
        if (length > LONGEST) {
            throw new IllegalArgumentException("answered with a line of more than 1 MB");
        }
    }
}
