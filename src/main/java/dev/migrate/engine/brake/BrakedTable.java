package dev.migrate.engine.brake;

import dev.migrate.database.repository.Alive;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.job.key.DatabaseName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells people, in the table {@code braked}, what holds the threads of a worker back. A hold is told of when it has lasted for
 * a second; between one page and the next it goes on. Thread-safe; {@link #tell} is called by one thread, now and then. What a
 * worker that died has told means nothing.
 */
public final class BrakedTable {

    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
    private static final Duration BETWEEN_PAGES = Duration.ofSeconds(2);
    private static final String NO_DATABASE = "";

    private static final String HELD = """
            insert into migrate.braked (worker, instance_id, database, brake, reason)
            values (:worker, :instance, :database, :brake, :reason)
            on conflict (worker, instance_id, database, brake) do update set reason = excluded.reason
            """;

    private static final String FREE = """
            delete from migrate.braked
            where worker = :worker and instance_id = :instance and database = :database and brake = :brake
            """;

    private static final String LEFT = """
            delete from migrate.braked b
            where b.worker = :worker or not %s
            """.formatted(Alive.process("b.worker"));

    private record Key(long instance, String database, String brake) {

        String words() {
            return database.isEmpty() ? brake : brake + " on " + database;
        }
    }

    private record Seen(
            Instant since,
            Instant last,
            String reason,
            @Nullable String told) {

        Seen again(Instant now, String nowReason) {
            return new Seen(since, now, nowReason, told);
        }

        Seen isTold(String what) {
            return new Seen(since, last, reason, what);
        }
    }

    private final JdbcClient repository;
    private final int worker;
    private final WorkerNews news;
    private final Clock clock;
    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();

    /**
     * Tells nothing yet.
     *
     * @param worker in whose name it tells
     */
    public BrakedTable(JdbcClient repository, int worker, WorkerNews news, Clock clock) {
        this.repository = repository;
        this.worker = worker;
        this.news = news;
        this.clock = clock;
    }

    /** A thread that works on an instance is held back now. */
    public void note(long instance, Hold hold) {
        Instant now = clock.instant();
        Key key = new Key(instance, hold.database().map(DatabaseName::value).orElse(NO_DATABASE), hold.brake());
        seen.merge(key, new Seen(now, now, hold.reason(), null), (before, first) -> before.again(now, hold.reason()));
    }

    /** Writes down what has changed. */
    public void tell() {
        Instant now = clock.instant();
        seen.forEach((key, what) -> {
            if (what.last().plus(BETWEEN_PAGES).isBefore(now)) {
                free(key, what);
            } else if (!what.since().plus(WORTH_TELLING).isAfter(now) && !Objects.equals(what.reason(), what.told())) {
                held(key, what);
            }
        });
    }

    /** To be called when no thread works any more: nothing is held back. */
    public void leave() {
        repository.sql(LEFT).param("worker", worker).update();
    }

    private void held(Key key, Seen what) {
        repository
                .sql(HELD)
                .param("worker", worker)
                .param("instance", key.instance())
                .param("database", key.database())
                .param("brake", key.brake())
                .param("reason", what.reason())
                .update();
        seen.computeIfPresent(key, (same, now) -> now.isTold(what.reason()));
        if (what.told() == null) {
            news.held(key.words(), what.reason());
        }
    }

    /** What is told of stays known until that is taken back: the repository may be away. */
    private void free(Key key, Seen what) {
        if (!seen.remove(key, what) || what.told() == null) {
            return;
        }
        try {
            repository
                    .sql(FREE)
                    .param("worker", worker)
                    .param("instance", key.instance())
                    .param("database", key.database())
                    .param("brake", key.brake())
                    .update();
        } catch (RuntimeException e) {
            seen.putIfAbsent(key, what);
            throw e;
        }
        news.letGo(key.words());
    }
}
