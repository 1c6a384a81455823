package dev.migrate.chaos;

import dev.migrate.chaos.process.JarProcess;
import dev.migrate.chaos.process.Managers;
import dev.migrate.chaos.process.Signal;
import dev.migrate.chaos.process.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All processes of the jar. */
record Company(Workers workers, Managers managers) {

    /** Starts again what has ended. */
    void look() {
        workers.look();
        managers.look();
    }

    List<JarProcess> alive() {
        return Stream.concat(workers.alive().stream(), managers.alive().stream())
                .toList();
    }

    /** Asks all to end; returns those that had to be killed. */
    List<JarProcess> leave() throws InterruptedException {
        List<JarProcess> processes = alive();
        processes.forEach(process -> process.send(Signal.CONT));
        processes.forEach(process -> process.send(Signal.TERM));
        List<JarProcess> killed = new ArrayList<>();
        for (JarProcess process : processes) {
            if (!process.await()) {
                killed.add(process);
            }
        }
        return killed;
    }
}
