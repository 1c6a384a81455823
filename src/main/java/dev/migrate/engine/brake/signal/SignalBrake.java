package dev.migrate.engine.brake.signal;

import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.brake.Hold;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.BrakeKey;
import java.util.List;
import java.util.Optional;

/** A brake that goes by what a database shows. */
final class SignalBrake implements Brake {

    /** Says what is wrong with what is to be seen. */
    @FunctionalInterface
    interface Judgement {
        Optional<String> reason() throws CannotSee;
    }

    private final DatabaseName database;
    private final BrakeKey brake;
    private final Judgement judgement;

    SignalBrake(DatabaseName database, BrakeKey brake, Judgement judgement) {
        this.database = database;
        this.brake = brake;
        this.judgement = judgement;
    }

    @Override
    public List<Hold> holds() {
        try {
            return judgement.reason().map(reason -> Hold.of(database, brake, reason)).stream()
                    .toList();
        } catch (CannotSee e) {
            return List.of(Hold.blind(database, brake, "cannot see " + e.getMessage()));
        }
    }
}
