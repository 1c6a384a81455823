package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/** Ctrl-C and SIGTERM: the first asks the run to stop, the second ends the process at once. */
final class Interrupts implements AutoCloseable {

    private static final String INT = "INT";
    private static final String TERM = "TERM";
    private static final int INTERRUPTED = 130;

    private final Runnable stop;
    private final String sentence;
    private final Console console;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Object previousInt;
    private final Object previousTerm;

    /**
     * Heeds signals from now on. Before that they end the process, as they do any.
     *
     * @param stop called once, on the signal's thread
     */
    Interrupts(Runnable stop, Console console) {
        this(stop, "Stopping: finishing the pages in hand; press Ctrl-C again to end at once.", console);
    }

    /** @param sentence that is told at the first one */
    Interrupts(Runnable stop, String sentence, Console console) {
        this.stop = stop;
        this.sentence = sentence;
        this.console = console;
        this.previousInt = Signals.register(INT, this::interrupted);
        this.previousTerm = Signals.register(TERM, this::interrupted);
    }

    private void interrupted() {
        if (!stopping.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        stop.run();
        String newLine = console.isTerminal() ? System.lineSeparator() : "";
        console.err().println(newLine + sentence);
    }

    @Override
    public void close() {
        Signals.unregister(INT, previousInt);
        Signals.unregister(TERM, previousTerm);
    }
}
