package dev.migrate.engine.retry;

import dev.migrate.engine.instance.Instances;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.instance.RunDatabases;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds or creates the instance that does again what another one set aside. The job file may have changed since: what the
 * changed one has to do are the rows that no run before it has done again. Called under the manager lock; killed anywhere in
 * between, the next call finds what is there.
 */
public final class Retries {

    private static final String FIRST = """
            select r.instance_id as instance, r.job, e.job_execution_id as execution, e.end_time is not null as ended
            from migrate.run r join migrate.batch_job_execution e on e.job_instance_id = r.instance_id
            where r.instance_id = :first order by e.job_execution_id desc limit 1
            """;

    // Whose worker lives may still be done; whose worker was lost may have been, in a database that it writes to, with
    // a
    // commit that was never heard of.
    private static final String UNSURE = """
            select count(*) from migrate.partition where instance_id = :instance and attempts > 0
              and (state in ('claimed', 'waiting') or (state = 'failed' and fruitless > 0))
            """;

    private final JdbcClient repository;
    private final Instances instances;
    private final RowsLeft rows;
    private final CheckRetry check;

    public Retries(JdbcClient repository, Instances instances, RowsLeft rows, RunDatabases databases) {
        this.repository = repository;
        this.instances = instances;
        this.rows = rows;
        this.check = new CheckRetry(rows, databases);
    }

    /**
     * The instance to go on with.
     *
     * @param newest the newest there is that does these rows again
     * @throws UserMistake if the rows cannot be done again, or not yet
     */
    public Run instance(RunRequest request, PreparedJob job, @Nullable Run newest) {
        FirstRun first = first(request.retryOf().orElseThrow());
        first.demandEnded();
        long left = rows.count(first.instance());
        if (left > 0) {
            check.demandSameRows(first, job);
        } else if (newest == null) {
            throw first.nothingAside();
        } else if (newest.isAbandoned()) {
            throw first.nothingLeft();
        }
        if (newest == null) {
            return instances.create(request, 1);
        }
        return left == 0 || canResume(newest, request) ? newest : instances.create(request, next(newest));
    }

    private static boolean canResume(Run newest, RunRequest request) {
        return !newest.isComplete()
                && !newest.isAbandoned()
                && newest.definitionHash().equals(request.definition().hash());
    }

    private int next(Run newest) {
        if (!newest.isComplete()) {
            instances.leave(newest);
            demandNothingUnsure(newest);
        }
        return newest.number() + 1;
    }

    /** A row that is done again by another run could be done twice, for that one has checkpoints of its own. */
    private void demandNothingUnsure(Run left) {
        long unsure = repository
                .sql(UNSURE)
                .param("instance", left.instance())
                .query(Long.class)
                .single();
        if (unsure > 0) {
            String sentence = left.isAbandoned()
                    ? "it is not known whether execution %d, which was abandoned, has done %d of these rows; see to them by hand, or run the whole job anew with --reset"
                    : "it is not known whether execution %d, which was begun with other files, has done %d of these rows; put the files of the job back and run the same command to its end, then change them";
            throw new UserMistake(sentence.formatted(left.execution(), unsure));
        }
    }

    private FirstRun first(long instance) {
        return repository
                .sql(FIRST)
                .param("first", instance)
                .query(FirstRun.class)
                .single();
    }
}
