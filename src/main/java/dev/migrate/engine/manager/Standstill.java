package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.Partitions;
import dev.migrate.engine.instance.RunState;
import dev.migrate.engine.run.RunListener;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out why nobody works though there is something to do, and says so once. Used by one thread. */
final class Standstill {

    private static final int LOOKS_BEFORE_WORRYING = 3;

    private static final String WORKERS = """
            select count(*) as alive, count(d.worker) as declined,
                   min('pid ' || w.pid || ' on ' || w.host || ': ' || d.reason) as why
            from migrate.alive w
            left join migrate.declined d on d.worker = w.id and d.instance_id = :instance
            where w.threads > 0 and (w.instance_id is null or w.instance_id = :instance)
            """;

    private record Workers(
            long alive, long declined, @Nullable String why) {}

    private final JdbcClient repository;
    private final RunState state;
    private final Management management;
    private final RunListener listener;
    private int looks;
    private @Nullable Integer first;
    private @Nullable String told;

    /** @param listener hears each new reason */
    Standstill(JdbcClient repository, RunState state, Management management, RunListener listener) {
        this.repository = repository;
        this.state = state;
        this.management = management;
        this.listener = listener;
    }

    /**
     * Looks once more.
     *
     * @param known a reason that is known already
     */
    void look(Partitions.Outlook outlook, Optional<String> known) {
        // Partitions of a row each are claimed and done between two looks: then another one is the first that waits.
        boolean goesOn = outlook.claimed() > 0 || !Objects.equals(outlook.firstWaiting(), first);
        first = outlook.firstWaiting();
        looks = goesOn || !outlook.isWaiting() ? 0 : looks + 1;
        String reason = known.orElseGet(() -> looks < LOOKS_BEFORE_WORRYING ? null : reason());
        if (isNews(reason) && reason != null) {
            listener.waits(reason);
        }
    }

    /** There is no need for anybody to work: somebody has paused the run. */
    void paused(String by) {
        looks = 0;
        String reason = "paused by " + by + ": resume " + management.execution() + " lets it go on";
        if (isNews(reason)) {
            listener.paused(reason);
        }
    }

    /** Notes why nothing goes on, if that has changed. */
    private boolean isNews(@Nullable String reason) {
        if (Objects.equals(reason, told)) {
            return false;
        }
        state.waitsFor(management, reason);
        told = reason;
        return true;
    }

    private String reason() {
        Workers workers = repository
                .sql(WORKERS)
                .param("instance", management.instance())
                .query(Workers.class)
                .single();
        if (workers.alive() == 0) {
            return "no worker is there: start one with java -jar migrate.jar worker";
        }
        return workers.declined() < workers.alive()
                ? "the workers that are there are just beginning or busy with other runs, or a database has its max-workers"
                : "no worker that is there will do: " + workers.why();
    }
}
