package dev.migrate.chaos.process;

import dev.migrate.chaos.watch.Journal;
import dev.migrate.chaos.watch.Observer;
import dev.migrate.chaos.watch.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The manager processes. Whenever none is awake, the command is typed again: the same one until the run is complete, and then
 * with {@code --reset}. Not thread-safe.
 */
public final class Managers {

    private static final List<String> WORDS = List.of("job=increment", "--workers=0", "--quiet", "--config=config");
    private static final List<String> NEXT_ROUND =
            List.of("job=increment", "--workers=0", "--quiet", "--config=config", "--reset");

    // What a process that was killed had sent to the server is either there or not by then.
    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final Duration AFTER_ITS_OWN_END = Duration.ofSeconds(2);

    private final Jar jar;
    private final Loop loop;
    private final Journal journal;
    private final OwnEnds ownEnds;
    private final Observer observer;
    private final Predicate<Sight> mayBeginNext;
    private final List<JarProcess> known = new ArrayList<>();
    private final Set<JarProcess> asked = new HashSet<>();
    private Duration pause = AT_ONCE;
    private boolean starting;

    /**
     * @param mayBeginNext whether, with all runs complete, the next round may be begun
     */
    public Managers(
            Jar jar, Loop loop, Journal journal, OwnEnds ownEnds, Observer observer, Predicate<Sight> mayBeginNext) {
        this.jar = jar;
        this.loop = loop;
        this.journal = journal;
        this.ownEnds = ownEnds;
        this.observer = observer;
        this.mayBeginNext = mayBeginNext;
    }

    /** The one that a fault may hit now. */
    public Optional<JarProcess> current() {
        return known.stream()
                .filter(process -> process.isAlive() && !process.isFrozen() && !asked.contains(process))
                .findFirst();
    }

    /** The one that a fault may hit now, if it is the manager of a run that is under way. */
    public Optional<JarProcess> managing(Sight sight) {
        return sight.isComplete() ? Optional.empty() : current().filter(process -> sight.isManagedBy(process.pid()));
    }

    /** Sends a signal after which its end is no surprise. */
    public void take(JarProcess manager, Signal signal) {
        asked.add(manager);
        manager.send(signal);
    }

    /** Types the same command once more. */
    public JarProcess second() {
        return start("second-manager", WORDS);
    }

    /** Types the command again if nobody is awake. */
    public void look() {
        List<JarProcess> ended =
                known.stream().filter(process -> !process.isAlive()).toList();
        known.removeAll(ended);
        ended.forEach(this::tell);
        if (!starting && isNobodyAwake()) {
            starting = true;
            loop.after(pause, this::startIfNeeded);
        }
    }

    private boolean isNobodyAwake() {
        return known.stream().noneMatch(process -> process.isAlive() && !process.isFrozen());
    }

    private void startIfNeeded() {
        starting = false;
        pause = AT_ONCE;
        Optional<Sight> sight = observer.look();
        if (sight.isPresent() && isNobodyAwake()) {
            startFor(sight.get());
        }
    }

    private void startFor(Sight sight) {
        if (!sight.isComplete()) {
            start("manager", WORDS);
        } else if (mayBeginNext.test(sight)) {
            start("manager", sight.run() == 0 ? WORDS : NEXT_ROUND);
        }
    }

    private JarProcess start(String name, List<String> words) {
        JarProcess process = jar.start(name, words);
        known.add(process);
        journal.tell("START", process + " " + String.join(" ", words));
        return process;
    }

    private void tell(JarProcess process) {
        int exitCode = process.exitCode().orElseThrow();
        if (asked.remove(process)) {
            journal.tell("GONE", process + ", exit code " + exitCode);
        } else if (exitCode == 0) {
            journal.tell("COMPLETE", process + ": " + process.lastWords());
        } else if (exitCode == 1 && process.hasPrinted("is running since")) {
            pause = AFTER_ITS_OWN_END;
            journal.tell("REFUSED", process + ", exit code " + exitCode + ": " + process.lastWords());
        } else {
            pause = AFTER_ITS_OWN_END;
            ownEnds.tell(process, "manager");
        }
    }

    public boolean isAnyFrozen() {
        return known.stream().anyMatch(JarProcess::isFrozen);
    }

    /** Those that live. */
    public List<JarProcess> alive() {
        return known.stream().filter(JarProcess::isAlive).toList();
    }
}
