package dev.migrate.cli.display;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * Where results go and where everything else goes. Thread-safe.
 *
 * @param out results, for programs to read
 * @param err progress, log and mistakes, for people
 * @param columns how wide the terminal is on which a person watches {@code err}; 0 if it is none
 */
public record Console(PrintStream out, PrintStream err, IntSupplier columns) {

    /** One with a terminal that is so wide, or with none. */
    public Console(PrintStream out, PrintStream err, int width) {
        this(out, err, () -> width);
    }

    /** That of this process. Always UTF-8: what is in a database must not depend on the locale of whoever asks. */
    public static Console ofProcess() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Console(new ResultStream(new FileOutputStream(FileDescriptor.out)), err, new TerminalColumns());
    }

    /** Whether a person watches. */
    public boolean isTerminal() {
        return width() > 0;
    }

    /** How many columns that person has; 0 if there is none. */
    public int width() {
        return columns.getAsInt();
    }

    /** Whether whoever read the results wants no more of them. */
    public boolean readerIsGone() {
        return out instanceof ResultStream results && results.readerIsGone();
    }
}
