package dev.migrate.engine.braking;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many rows were done that a rate does not allow yet, shared by all workers: each page adds its rows, and they melt away at
 * the rate, by the repository's clock. Time in which less was done than is allowed is made up for, a second of it. Thread-safe;
 * a crash loses the rows of the page in hand.
 */
public final class Pace {

    // Less is allowed now than when the rows were done: they weigh as much time as they did then.
    private static final String MELTED = "p.owed * least(1, :rate / p.rate)"
            + " - :rate * extract(epoch from clock_timestamp() - p.as_of)::double precision";

    private static final String OWED = "select " + MELTED + " from migrate.pace p"
            + " where p.system_identifier = :system and p.name = :name and p.instance_id = :instance";

    private static final String ADD = """
            insert into migrate.pace as p (system_identifier, name, instance_id, owed, rate)
            values (:system, :name, :instance, :rows, :rate)
            on conflict (system_identifier, name, instance_id) do update
            set owed = greatest(-:rate, %s) + excluded.owed, rate = excluded.rate, as_of = clock_timestamp()
            """.formatted(MELTED);

    /**
     * What a rate is of.
     *
     * @param systemIdentifier of the cluster
     * @param name of the database there
     * @param instance the run; 0: all runs
     */
    public record Of(String systemIdentifier, String name, long instance) {}

    private final JdbcClient repository;
    private final TransactionOperations apart;

    /** @param transactions of the repository; the one in hand has sent nothing yet, and must not while somebody waits */
    public Pace(JdbcClient repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    }

    /** The rows that have not melted yet; negative if more are allowed. */
    double owed(Of what, double rate) {
        return apart(() -> with(repository.sql(OWED), what, rate)
                .query(Double.class)
                .optional()
                .orElse(0.0));
    }

    /** So many rows more were done. */
    void add(Of what, long rows, double rate) {
        apart(() -> with(repository.sql(ADD), what, rate).param("rows", rows).update());
    }

    private static StatementSpec with(StatementSpec statement, Of what, double rate) {
        return statement
                .param("system", what.systemIdentifier())
                .param("name", what.name())
                .param("instance", what.instance())
                .param("rate", rate);
    }

    private <T> T apart(Supplier<T> statement) {
        T result = apart.execute(status -> statement.get());
        if (result == null) {
            throw new IllegalStateException("a statement without a result");
        }
        return result;
    }
}
