package dev.migrate.cli.display;

import java.util.function.IntSupplier;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** How wide the terminal is that stderr goes to; 0 if it goes elsewhere. Found out once, when it is first asked: it takes a process. */
final class TerminalColumns implements IntSupplier {

    private static final int UNKNOWN = -1;
    private static final int USUAL = 80;

    private int columns = UNKNOWN;

    @Override
    public synchronized int getAsInt() {
        if (columns == UNKNOWN) {
            columns = ofErr();
        }
        return columns;
    }

    private static int ofErr() {
        // Only asks: a terminal of JLine's own would take the signals over.
        ExecTerminalProvider terminals = new ExecTerminalProvider();
        if (!terminals.isSystemStream(SystemStream.Error)) {
            return 0;
        }
        int width = terminals.systemStreamWidth(SystemStream.Error);
        return width > 0 ? width : USUAL;
    }
}
