package dev.migrate.engine.checkpoint;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which repository this is; it is asked once, when somebody wants to know. Thread-safe. */
public final class RepositoryId implements Supplier<UUID> {

    private final JdbcClient repository;
    private @Nullable UUID id;

    public RepositoryId(JdbcClient repository) {
        this.repository = repository;
    }

    @Override
    public synchronized UUID get() {
        if (id == null) {
            id = repository
                    .sql("select id from migrate.repository")
                    .query(UUID.class)
                    .single();
        }
        return id;
    }
}
