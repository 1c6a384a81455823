package dev.migrate.engine.braking;

import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.brake.Hold;
import java.util.List;
import java.util.function.Supplier;

/** A brake that may be another one each time. A page counts for the one that let it begin. Used by one thread. */
final class ChangingBrake implements Brake {

    private final Supplier<Brake> now;
    private Brake asked = NONE;

    ChangingBrake(Supplier<Brake> now) {
        this.now = now;
    }

    @Override
    public List<Hold> holds() {
        asked = now.get();
        return asked.holds();
    }

    @Override
    public void passed(long rows) {
        asked.passed(rows);
    }
}
