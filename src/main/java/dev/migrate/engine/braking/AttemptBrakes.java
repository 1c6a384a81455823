package dev.migrate.engine.braking;

import dev.migrate.engine.accept.AcceptedRun;
import dev.migrate.engine.brake.AwaitBrake;
import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.claim.Attempt;
import dev.migrate.job.Pause;
import dev.migrate.job.throttle.Throttle;
import dev.migrate.table.page.PageSize;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** The brakes of one attempt at a partition. Used by one thread. */
public final class AttemptBrakes {

    // A run that is paused for longer keeps neither a thread nor a place below max-workers from other runs.
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(10);

    private final Brakes brakes;
    private final Clock clock;
    private final Pause pause;
    private final Attempt attempt;
    private final AcceptedRun run;
    private final Orders orders;
    private final Uses uses;
    private @Nullable Instant pausedSince;

    AttemptBrakes(Brakes brakes, Clock clock, Pause pause, Attempt attempt, AcceptedRun run, Orders orders, Uses uses) {
        this.brakes = brakes;
        this.clock = clock;
        this.pause = pause;
        this.attempt = attempt;
        this.run = run;
        this.orders = orders;
        this.uses = uses;
    }

    /** The size of the run's pages, within what the rates allow at each moment. */
    public PageSize pageSize() {
        return run.pageSize().atMost(() -> brakes.mostRows(uses, throttle()));
    }

    /** The same pages, each when it may begin. */
    public <T> ItemStreamReader<T> before(ItemStreamReader<T> pages, StepExecution step) {
        Brake brake = brakes.of(uses, this::throttle, () -> orders.steering().pause());
        AwaitBrake await = new AwaitBrake(brake, orders::held, clock, pause);
        return new BrakedReader<>(pages, attempt, step, brake, await, this::mustStop);
    }

    private boolean mustStop() {
        return attempt.stopRequested() || !orders.runGoesOn() || isPausedForLong();
    }

    /** As long as it is paused, nobody claims what is given back. */
    private boolean isPausedForLong() {
        if (!orders.steering().paused()) {
            pausedSince = null;
            return false;
        }
        Instant now = clock.instant();
        if (pausedSince == null) {
            pausedSince = now;
        }
        return !now.isBefore(pausedSince.plus(SHORT_PAUSE));
    }

    private Throttle throttle() {
        return run.throttle().with(orders.steering().brakes());
    }
}
