package dev.migrate.chaos.process;

import dev.migrate.chaos.watch.Journal;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The place of a worker: whatever ends it, it is started again by the same command. Not thread-safe. */
public final class Slot {

    private static final Duration AFTER_ITS_OWN_END = Duration.ofSeconds(1);

    private final Supplier<JarProcess> command;
    private final Loop loop;
    private final Journal journal;
    private final OwnEnds ownEnds;
    private JarProcess process;
    private @Nullable Duration wanted;
    private boolean starting;

    Slot(Supplier<JarProcess> command, Loop loop, Journal journal, OwnEnds ownEnds) {
        this.command = command;
        this.loop = loop;
        this.journal = journal;
        this.ownEnds = ownEnds;
        this.process = command.get();
    }

    public JarProcess process() {
        return process;
    }

    /** Whether a fault may hit it now. */
    boolean isUp() {
        return process.isAlive() && !process.isFrozen() && wanted == null;
    }

    /** Has it end; starts it again that long after its end. */
    public void takeAway(Signal signal, Duration back) {
        wanted = back;
        process.send(signal);
    }

    void look() {
        if (!starting && !process.isAlive()) {
            starting = true;
            loop.after(afterEnd(), this::start);
        }
    }

    private Duration afterEnd() {
        Duration back = wanted;
        if (back == null) {
            ownEnds.tell(process, "worker");
            return AFTER_ITS_OWN_END;
        }
        journal.tell("GONE", process + ", exit code " + process.exitCode().orElseThrow());
        return back;
    }

    private void start() {
        process = command.get();
        wanted = null;
        starting = false;
        journal.tell("START", process.toString());
    }
}
