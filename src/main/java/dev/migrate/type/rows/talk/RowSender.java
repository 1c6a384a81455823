package dev.migrate.type.rows.talk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Sends a program the rows that are put into a window, until no more come; then closes its input. */
final class RowSender implements Runnable {

    private static final int AT_ONCE = 1 << 16;

    private final Window window;
    private final OutputStream input;

    RowSender(Window window, OutputStream input) {
        this.window = window;
        this.input = input;
    }

    @Override
    public void run() {
        try (OutputStream out = new BufferedOutputStream(input, AT_ONCE)) {
            for (List<RowLine> rows = window.take(); !rows.isEmpty(); rows = window.take()) {
                for (RowLine row : rows) {
                    out.write(row.bytes());
                }
                out.flush();
            }
        } catch (IOException e) {
            window.fail(Trouble.ended("closed its input"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
