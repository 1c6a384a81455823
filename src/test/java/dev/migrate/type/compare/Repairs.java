package dev.migrate.type.compare;

import dev.migrate.database.Query;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import dev.migrate.table.page.RangeProgress;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Runs jobs that repair, page by page, each page committed. */
record Repairs(TwoTables tables) {

    /** What came of all pages. */
    record Mended(Ledger ledger, List<Finding> findings, List<FailedRow> failed) {

        static final Mended NOTHING = new Mended(Ledger.NONE, List.of(), List.of());

        Mended plus(PageResult page) {
            return new Mended(
                    ledger.plus(page.ledger()), both(findings, page.findings()), both(failed, page.failedRows()));
        }

        private static <T> List<T> both(List<T> some, List<T> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        List<String> errors() {
            return failed.stream().map(row -> row.key() + " " + row.error()).toList();
        }
    }

    Mended run(String yaml, int pageRows) throws Exception {
        return run(yaml, Map.of(), pageRows);
    }

    Mended run(String yaml, Map<String, String> parameters, int pageRows) throws Exception {
        PreparedJob job = tables.prepare(yaml + "\nrepair: target\n", parameters);
        Mended mended = Mended.NOTHING;
        for (KeySpace space : job.keySpaces()) {
            mended = run(job, space, pageRows, mended);
        }
        return mended;
    }

    /** Does everything in one page, with something happening when it has been looked at and is about to be mended. */
    Mended runLate(String yaml, Runnable late) throws Exception {
        PreparedJob job = tables.prepare(yaml + "\nrepair: target\n", Map.of());
        Partition partition = new Partition(1, 1, job.keySpaces().get(0).database(), KeyRange.ALL);
        try (TargetWork work = (TargetWork) job.open(partition);
                Connection target = tables.databases().dataSource(work.target()).getConnection()) {
            target.setAutoCommit(false);
            Page page = new Page(1, new KeyRange(null, KeyValue.of(Integer.MAX_VALUE)), 10);
            PageResult result = work.apply(page, beforeSavepoint(target, late));
            target.commit();
            return Mended.NOTHING.plus(result);
        }
    }

    private static Connection beforeSavepoint(Connection target, Runnable late) {
        AtomicBoolean done = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setSavepoint") && !done.getAndSet(true)) {
                        late.run();
                    }
                    return method.invoke(target, arguments);
                });
    }

    private Mended run(PreparedJob job, KeySpace space, int pageRows, Mended before) throws Exception {
        Mended mended = before;
        KeysetPagingReader pages = new KeysetPagingReader(
                tables.databases(), space, PageSize.fixed(pageRows), task -> new Thread(task).start());
        pages.open(new ExecutionContext(
                RangeProgress.of(KeyRange.ALL, space.order()).toMap()));
        try (TargetWork work = (TargetWork) job.open(new Partition(1, 1, space.database(), KeyRange.ALL));
                Connection target = tables.databases().dataSource(work.target()).getConnection()) {
            target.setAutoCommit(false);
            for (Page page = pages.read(); page != null; page = pages.read()) {
                PageResult result = work.apply(page, target);
                target.commit();
                mended = mended.plus(result);
                pages.done(result, Duration.ofMillis(500));
            }
        }
        pages.close();
        return mended;
    }

    /** What a comparison without repair has to say. */
    List<String> differences(String yaml, Map<String, String> parameters) throws Exception {
        List<String> lines = tables.run(tables.prepare(yaml, parameters), 1_000).lines();
        return lines.subList(0, lines.size() - 1);
    }

    /** The first column of a query's rows. */
    List<String> list(String database, String sql) throws SQLException {
        return new Query(tables.databases().dataSource(new DatabaseName(database)))
                .list(BoundSql.of(sql), row -> row.getString(1));
    }
}
