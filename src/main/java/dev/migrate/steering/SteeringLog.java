package dev.migrate.steering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of what was asked of runs. Thread-safe. */
final class SteeringLog {

    /** Who asked for something, and when, in words. */
    record Entry(String by, String since) {

        @Override
        public String toString() {
            return "since " + since + " by " + by;
        }
    }

    private static final String WRITE = """
            with written as (
                insert into migrate.steering (instance_id, execution_id, verb, detail, by)
                values (:instance, :execution, :verb, :detail, :by) returning id
            )
            select pg_notify('migrate', '') from written
            """;

    private static final String LAST = """
            select by, to_char(at, 'YYYY-MM-DD HH24:MI:SS TZ') as since from migrate.steering
            where instance_id = :instance and execution_id = coalesce(:execution::bigint, execution_id) and verb = :verb
            order by id desc limit 1
            """;

    private final JdbcClient repository;

    SteeringLog(JdbcClient repository) {
        this.repository = repository;
    }

    /** Writes what was granted, and wakes everybody who obeys. */
    void write(FoundRun run, Verb verb, @Nullable String detail, String by) {
        repository
                .sql(WRITE)
                .param("instance", run.instance())
                .param("execution", run.asked())
                .param("verb", verb.word())
                .param("detail", detail)
                .param("by", by)
                .query()
                .listOfRows();
    }

    /** The last time that this was granted to an execution. */
    Optional<Entry> lastOfExecution(FoundRun run, Verb verb) {
        return last(run, run.asked(), verb);
    }

    /** The last time that this was granted to any execution of the run: a pause outlives a manager. */
    Optional<Entry> last(FoundRun run, Verb verb) {
        return last(run, null, verb);
    }

    private Optional<Entry> last(FoundRun run, @Nullable Long execution, Verb verb) {
        return repository
                .sql(LAST)
                .param("instance", run.instance())
                .param("execution", execution)
                .param("verb", verb.word())
                .query(Entry.class)
                .optional();
    }
}
