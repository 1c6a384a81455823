package dev.migrate.chaos.process;

import dev.migrate.chaos.watch.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The worker processes: some that are always there, and guests. Not thread-safe. */
public final class Workers {

    private static final List<String> WORDS = List.of("worker", "--workers=1", "--config=config");

    private final Jar jar;
    private final Loop loop;
    private final Journal journal;
    private final OwnEnds ownEnds;
    private final List<Slot> slots;
    private final List<JarProcess> guests = new ArrayList<>();

    public Workers(int number, Jar jar, Loop loop, Journal journal, OwnEnds ownEnds) {
        this.jar = jar;
        this.loop = loop;
        this.journal = journal;
        this.ownEnds = ownEnds;
        this.slots = IntStream.rangeClosed(1, number)
                .mapToObj(i -> new Slot(() -> jar.start("worker-" + i, WORDS), loop, journal, ownEnds))
                .toList();
    }

    /** Those that a fault may hit now. */
    public List<Slot> up() {
        return slots.stream().filter(Slot::isUp).toList();
    }

    /** One more joins, and leaves when it has stayed that long. */
    public JarProcess invite(Duration stay) {
        JarProcess guest = jar.start("late-worker", WORDS);
        guests.add(guest);
        loop.after(stay, () -> {
            if (guest.isAlive()) {
                journal.tell("LEAVE", guest.toString());
                guest.send(Signal.TERM);
            } else {
                ownEnds.tell(guest, "late worker");
            }
        });
        return guest;
    }

    /** Starts again what has ended. */
    public void look() {
        slots.forEach(Slot::look);
    }

    public boolean isAnyFrozen() {
        return alive().stream().anyMatch(JarProcess::isFrozen);
    }

    /** Those that live. */
    public List<JarProcess> alive() {
        return Stream.concat(slots.stream().map(Slot::process), guests.stream())
                .filter(JarProcess::isAlive)
                .toList();
    }
}
