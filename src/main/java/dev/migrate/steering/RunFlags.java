package dev.migrate.steering;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine obeys. Thread-safe; writes in the transaction in hand. */
final class RunFlags {

    private final JdbcClient repository;

    RunFlags(JdbcClient repository) {
        this.repository = repository;
    }

    void stop(FoundRun run) {
        update(run, "update migrate.run set stop = true, waits_for = null where instance_id = :instance");
    }

    void pause(FoundRun run) {
        update(run, "update migrate.run set pause = true where instance_id = :instance");
    }

    void resume(FoundRun run) {
        update(run, "update migrate.run set pause = false, waits_for = null where instance_id = :instance");
    }

    void throttle(FoundRun run, String json) {
        repository
                .sql("update migrate.run set throttle = :json::jsonb where instance_id = :instance")
                .param("instance", run.instance())
                .param("json", json)
                .update();
    }

    private void update(FoundRun run, String sql) {
        repository.sql(sql).param("instance", run.instance()).update();
    }
}
