package dev.migrate.engine.step;

import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.claim.Overtaken;
import dev.migrate.engine.presence.ProcessName;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people find what the work on a partition prints: stored under the claim's fence, before it begins. Thread-safe. */
final class OutputPlace {

    private static final String STORE = """
            update migrate.partition p set output = :output
            where instance_id = :instance and number = :number and fence = :fence and state = 'claimed'
            returning (select max(a.number) from migrate.partition a where a.instance_id = p.instance_id)
            """;

    private final JdbcClient repository;

    OutputPlace(JdbcClient repository) {
        this.repository = repository;
    }

    /**
     * Stores it, with the name of this machine; returns how many partitions there are.
     *
     * @throws Overtaken if the partition is no longer this worker's
     */
    int store(Claim claim, Optional<Path> output) {
        return repository
                .sql(STORE)
                .param(
                        "output",
                        output.map(file -> ProcessName.here().host() + ":" + file)
                                .orElse(null))
                .param("instance", claim.partition().instance())
                .param("number", claim.partition().number())
                .param("fence", claim.fence())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new Overtaken(claim));
    }
}
