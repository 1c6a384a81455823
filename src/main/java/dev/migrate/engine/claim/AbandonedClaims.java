package dev.migrate.engine.claim;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims that a worker has without knowing it: their commits went unheard. Thread-safe. */
public final class AbandonedClaims {

    private static final String GIVE_BACK_ABANDONED = """
            with abandoned as (
                update migrate.partition set state = 'waiting', worker = null
                where worker = :worker and state = 'claimed' and step_execution_id = any (:abandoned)
                returning step_execution_id
            )
            update migrate.batch_step_execution s
            set status = 'STOPPED', exit_code = 'STOPPED', exit_message = 'its worker never heard that it had it',
                end_time = :now, last_updated = :now, version = version + 1
            from abandoned where s.step_execution_id = abandoned.step_execution_id and s.status = 'STARTED'
            """;

    private final JdbcClient repository;
    private final Clock clock;

    public AbandonedClaims(JdbcClient repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Gives back what bears this worker's number though no thread of it works on it: claims whose commit went unheard.
     *
     * @param busy whether a thread is claiming or working on an attempt; asked only about claims that were there before, so
     *     that one made meanwhile is not taken for abandoned
     */
    public int giveBack(int worker, LongPredicate busy) {
        Long[] abandoned =
                held(worker).stream().filter(attempt -> !busy.test(attempt)).toArray(Long[]::new);
        return abandoned.length == 0 ? 0 : giveBack(worker, abandoned);
    }

    private List<Long> held(int worker) {
        return repository
                .sql("select step_execution_id from migrate.partition where worker = :worker and state = 'claimed'")
                .param("worker", worker)
                .query(Long.class)
                .list();
    }

    private int giveBack(int worker, Long[] abandoned) {
        return repository
                .sql(GIVE_BACK_ABANDONED)
                .param("worker", worker)
                .param("abandoned", abandoned)
                .param("now", LocalDateTime.now(clock))
                .update();
    }
}
