package dev.migrate.chaos;

import dev.migrate.chaos.act.Faults;
import dev.migrate.chaos.act.Stage;
import dev.migrate.chaos.fault.PlannedFault;
import dev.migrate.chaos.fault.Schedule;
import dev.migrate.chaos.process.Loop;
import dev.migrate.chaos.process.Managers;
import dev.migrate.chaos.process.OwnEnds;
import dev.migrate.chaos.process.Workers;
import dev.migrate.chaos.watch.Journal;
import dev.migrate.chaos.watch.Observer;
import dev.migrate.chaos.watch.Recoveries;
import dev.migrate.chaos.watch.Sight;
import dev.migrate.chaos.watch.Tally;
import java.time.Duration;

/** Rounds of one job, and faults on schedule; after the last fault the last round is let come to its end. Not thread-safe. */
final class Play {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(75);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    private final Arena arena;
    private final Options options;
    private final Journal journal;
    private final Timeline timeline;
    private final Loop loop = new Loop();
    private final OwnEnds ownEnds;
    private final Observer observer;
    private final Recoveries recoveries = new Recoveries();
    private final Tally tally = new Tally(recoveries);
    private final Rounds rounds;
    private final Company company;
    private final Faults faults;
    private boolean stands;

    Play(Arena arena, Options options, Journal journal) {
        this.arena = arena;
        this.options = options;
        this.journal = journal;
        timeline = new Timeline(options.time(), System::nanoTime);
        ownEnds = new OwnEnds(journal);
        observer = new Observer(arena.repository().session());
        rounds = new Rounds(arena.target().session(), journal);
        Workers workers = new Workers(options.workers(), arena.jar(), loop, journal, ownEnds);
        Managers managers = new Managers(arena.jar(), loop, journal, ownEnds, observer, this::mayBeginNext);
        company = new Company(workers, managers);
        Stage stage = new Stage(loop, journal, System::nanoTime, observer, recoveries, tally, workers, managers);
        faults = new Faults(stage, arena.repository(), arena.target(), arena.broker());
    }

    /** Plays it to the end. */
    Ending perform() throws Exception {
        loop.every(BETWEEN_LOOKS, this::look);
        loop.every(
                BETWEEN_WORDS,
                () -> journal.tell("PROGRESS", observer.remembered().toString()));
        try (loop) {
            loop.await();
        }
        return new Ending(rounds.complete(), rounds.areWrong(), stands, company.leave(), tally, recoveries, ownEnds);
    }

    private void look() throws Exception {
        observer.look().ifPresent(this::take);
        company.look();
        if (rounds.areWrong() || isOver()) {
            loop.end();
        } else if (timeline.isPatienceLost()) {
            stands = true;
            new Standstill(journal, arena.repository().session(), arena.target().session())
                    .tell(company.alive(), arena.jar());
            loop.end();
        }
    }

    private void take(Sight sight) {
        if (!timeline.hasBegun() && sight.pages() > 0) {
            begin();
        }
        rounds.look(sight);
        recoveries.see(sight, System.nanoTime()).forEach(recovery -> journal.tell("RECOVERED", recovery.told()));
    }

    /** Faults begin when everything is at work. */
    private void begin() {
        timeline.begin();
        journal.restart();
        for (PlannedFault fault : Schedule.draw(options.seed(), options.needsBroker(), options.time())) {
            loop.after(fault.at(), () -> faults.strike(fault));
        }
    }

    private boolean isOver() {
        return !timeline.isTimeLeft()
                && rounds.isChecked(observer.remembered())
                && faults.areMadeGood()
                && company.managers().alive().isEmpty();
    }

    private boolean mayBeginNext(Sight sight) {
        return rounds.isChecked(sight) && timeline.isTimeLeft();
    }
}
