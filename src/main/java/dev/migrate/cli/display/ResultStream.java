package dev.migrate.cli.display;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes results, and tells a reader that has gone, as {@code head} does, from a disk that is full. Thread-safe. */
public final class ResultStream extends PrintStream {

    private final Destination destination;

    /** Results in UTF-8, each line handed on at once. */
    public ResultStream(OutputStream to) {
        this(new Destination(to));
    }

    private ResultStream(Destination destination) {
        super(destination, true, StandardCharsets.UTF_8);
        this.destination = destination;
    }

    /** Whether it takes no more because nobody reads it any longer. */
    boolean readerIsGone() {
        return checkError() && destination.pipeIsBroken;
    }

    private static final class Destination extends FilterOutputStream {

        private volatile boolean pipeIsBroken;

        Destination(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                // The system's own sentence: it has this word in it in most languages.
                pipeIsBroken =
                        String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
                throw e;
            }
        }
    }
}
