package dev.migrate.cli.display;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/**
 * Where results go and where everything else goes. Thread-safe.
 *
 * @param out results, for programs to read
 * @param err progress, log and mistakes, for people
 * @param width columns of the terminal on which a person watches {@code err}; 0 if it is none
 */
public record Console(PrintStream out, PrintStream err, int width) {

    private static final int USUAL_WIDTH = 80;

    /** That of this process. Always UTF-8: what is in a database must not depend on the locale of whoever asks. */
    public static Console ofProcess() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Console(new ResultStream(new FileOutputStream(FileDescriptor.out)), err, widthOfErr());
    }

    /** Whether a person watches. */
    public boolean isTerminal() {
        return width > 0;
    }

    /** Whether whoever read the results wants no more of them. */
    public boolean readerIsGone() {
        return out instanceof ResultStream results && results.readerIsGone();
    }

    private static int widthOfErr() {
        // Only asks: a terminal of JLine's own would take the signals over.
        ExecTerminalProvider terminals = new ExecTerminalProvider();
        if (!terminals.isSystemStream(SystemStream.Error)) {
            return 0;
        }
        int width = terminals.systemStreamWidth(SystemStream.Error);
        return width > 0 ? width : USUAL_WIDTH;
    }
}
