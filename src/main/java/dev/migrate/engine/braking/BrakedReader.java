package dev.migrate.engine.braking;

import dev.migrate.engine.brake.AwaitBrake;
import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.claim.Attempt;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Waits before each page, while no transaction has begun anywhere. A wait that has no more use ends the step as stopped, as if
 * that had been asked for after the page before.
 */
public final class BrakedReader<T> implements ItemStreamReader<T> {

    private final ItemStreamReader<T> pages;
    private final Attempt attempt;
    private final StepExecution step;
    private final Brake brake;
    private final AwaitBrake await;
    private final BooleanSupplier mustStop;
    private long rowsPassed;

    /** @param mustStop whether there is no more use in waiting */
    public BrakedReader(
            ItemStreamReader<T> pages,
            Attempt attempt,
            StepExecution step,
            Brake brake,
            AwaitBrake await,
            BooleanSupplier mustStop) {
        this.pages = pages;
        this.attempt = attempt;
        this.step = step;
        this.brake = brake;
        this.await = await;
        this.mustStop = mustStop;
    }

    @Override
    public @Nullable T read() throws Exception {
        tellRows();
        if (attempt.isFinished() || await.await(mustStop)) {
            return pages.read();
        }
        step.setTerminateOnly();
        return null;
    }

    private void tellRows() {
        long rows = attempt.rows() - rowsPassed;
        rowsPassed = attempt.rows();
        if (rows > 0) {
            brake.passed(rows);
        }
    }

    @Override
    public void open(ExecutionContext context) {
        pages.open(context);
    }

    @Override
    public void update(ExecutionContext context) {
        pages.update(context);
    }

    @Override
    public void close() {
        pages.close();
    }
}
