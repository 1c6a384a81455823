package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.WholeWork;
import dev.migrate.job.key.KeyRange;
import dev.migrate.table.page.RangeProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Has the job type do a partition in one go. The repository's transaction has sent nothing yet. */
final class WholeProcessor implements ItemProcessor<KeyRange, DonePage> {

    private static final long ONLY_PAGE = 1;

    private final WholeWork work;
    private final Attempt attempt;
    private final StepExecution step;
    private final int partitions;
    private final BooleanSupplier mustStop;
    private final Clock clock;

    /** @param partitions how many the plan has */
    WholeProcessor(
            WholeWork work,
            Attempt attempt,
            StepExecution step,
            int partitions,
            BooleanSupplier mustStop,
            Clock clock) {
        this.work = work;
        this.attempt = attempt;
        this.step = step;
        this.partitions = partitions;
        this.mustStop = mustStop;
        this.clock = clock;
    }

    /** Null if it was stopped before the end. */
    @Override
    public @Nullable DonePage process(KeyRange range) throws Exception {
        Instant begin = clock.instant();
        Optional<Ledger> ledger = work.apply(range, partitions, mustStop);
        if (ledger.isEmpty()) {
            step.setTerminateOnly();
            return null;
        }
        attempt.noPageLeft();
        PageResult result = new PageResult(ledger.get(), List.of(), ledger.get().read());
        Duration took = Duration.between(begin, clock.instant());
        return new DonePage(new RangeProgress(range, range.upper(), ONLY_PAGE), result, took);
    }
}
