package dev.migrate.engine.worker;

import dev.migrate.engine.accept.Acceptance;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.channel.RequestTransport;
import org.jspecify.annotations.Nullable;

/**
 * What a process lends, and to whom.
 *
 * @param threads how many
 * @param transport how requests reach them
 * @param instance the only job instance that it is lent to; null: any
 * @param preparation holds the definition of a run against the databases
 * @param untilIdle whether to leave when there is nothing left to do
 */
public record Lending(
        int threads,
        RequestTransport transport,
        @Nullable Long instance,
        Acceptance.Preparation preparation,
        boolean untilIdle,
        WorkerNews news) {}
