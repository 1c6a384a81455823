package dev.migrate.engine.checkpoint;

import dev.migrate.database.Query;
import dev.migrate.engine.claim.Claim;
import dev.migrate.job.Finding;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.Partition;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.page.RangeProgress;
import dev.migrate.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A table of ten rows in a database of its own, each of which counts how often it was worked on: five pages of two rows. */
final class CounterTable implements AutoCloseable {

    static final DatabaseName TARGET = new DatabaseName("target");
    static final UUID REPOSITORY = UUID.fromString("3f2a9c01-0000-4000-8000-000000000001");

    static final Key KEY = new Key(List.of(new Key.Column(new ColumnName("id"), "bigint")));

    private static final int ROWS = 10;
    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(200);

    final TestDatabases databases = new TestDatabases(TARGET.value());
    final SeamyDatabases seams = new SeamyDatabases(databases);

    CounterTable() throws SQLException {
        databases.execute("target", "create table counter (id bigint primary key, n int not null default 0)");
        databases.execute("target", "insert into counter select generate_series(1, " + ROWS + ")");
        checkpoints().prepare(TARGET);
    }

    Checkpoints checkpoints() {
        return new Checkpoints(seams, () -> REPOSITORY, LOCK_TIMEOUT);
    }

    /** The claim of that fence; the repository has heard of so many pages. */
    static Claim claim(long fence, long pages) {
        RangeProgress progress = new RangeProgress(range(null, (long) ROWS), end(pages), pages);
        return new Claim(
                new Partition(12, 7, TARGET, progress.range()),
                new Claim.JobReference(12, 1, "count"),
                100 + fence,
                "worker:7",
                fence,
                pages,
                new ExecutionContext(progress.toMap()));
    }

    static Page page(long number) {
        return new Page(number, new KeyRange(end(number - 1), end(number)), 2);
    }

    static @Nullable KeyValue end(long page) {
        return page == 0 ? null : KeyValue.of(page * 2);
    }

    private static KeyRange range(@Nullable Long lower, @Nullable Long upper) {
        return new KeyRange(lower == null ? null : KeyValue.of(lower), upper == null ? null : KeyValue.of(upper));
    }

    /** What comes of a page. */
    static PageResult result() {
        Finding finding = new Finding(TARGET, Map.of("id", 17L), Finding.Kind.BROKEN, "rule", Map.of());
        return new PageResult(new Ledger(2, 1, 1, 0, 0, 2), List.of(finding), 2);
    }

    /** Opens the partition, and does the page. */
    PageResult work(long fence, long pagesHeard, long page) throws Exception {
        return checkpoints().open(claim(fence, pagesHeard), counting()).apply(page(page));
    }

    static TargetWork counting() {
        return counting(connection -> {}, connection -> {});
    }

    /** Something that happens on a page's connection. */
    @FunctionalInterface
    interface Event {
        void happen(Connection connection) throws Exception;
    }

    static TargetWork counting(Event before, Event after) {
        return new TargetWork() {
            @Override
            public DatabaseName target() {
                return TARGET;
            }

            @Override
            public PageResult apply(Page page, Connection target) throws Exception {
                before.happen(target);
                int unused = count(page, target);
                after.happen(target);
                return result();
            }
        };
    }

    /** Counts the rows of a page up; returns how many there are. */
    static int count(Page page, Connection connection) throws SQLException {
        BoundSql update =
                BoundSql.of("update counter set n = n + 1 where ").then(KeyPredicate.within(KEY, page.range()));
        try (PreparedStatement statement = connection.prepareStatement(update.sql())) {
            Query.bind(connection, statement, update.arguments());
            return statement.executeUpdate();
        }
    }

    /** How often the rows were worked on: {@code 1100000000} after the first page. */
    String counts() {
        return ask("select string_agg(n::text, '' order by id) from counter");
    }

    /** The checkpoint: {@code fence page position}. */
    String checkpoint() {
        return ask("select concat_ws(' ', fence, page, position) from migrate.checkpoint where repository = '"
                + REPOSITORY + "'");
    }

    String ask(String sql) {
        try {
            return new Query(databases.dataSource(TARGET))
                    .first(BoundSql.of(sql), row -> row.getString(1))
                    .orElse("");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session outside every pool, as another process has one. */
    Connection session() throws SQLException {
        return DriverManager.getConnection(databases.url("target"));
    }

    @Override
    public void close() {
        databases.close();
    }
}
