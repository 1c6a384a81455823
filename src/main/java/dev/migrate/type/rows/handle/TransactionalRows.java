package dev.migrate.type.rows.handle;

import dev.migrate.database.SqlProblem;
import dev.migrate.handler.Row;
import dev.migrate.handler.TransactionalRowHandler;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives rows to a handler together with the page's transaction, each within a savepoint. */
final class TransactionalRows implements TargetWork {

    private static final int MOST_CAUSES = 50;

    private final OpenHandler handler;
    private final EachRow each;
    private final DatabaseName database;
    private final Clock clock;

    TransactionalRows(OpenHandler handler, EachRow each, DatabaseName database, Clock clock) {
        this.handler = handler;
        this.each = each;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public DatabaseName target() {
        return database;
    }

    @Override
    public PageResult apply(Page page, Connection target) throws Exception {
        return handler.use(open -> apply(page, target, (TransactionalRowHandler) open));
    }

    private PageResult apply(Page page, Connection target, TransactionalRowHandler open) throws Exception {
        RowTransaction transaction = new RowTransaction(target, clock);
        JdbcClient client = JdbcClient.create(new PageDataSource(transaction.connection()));
        EachRow.Handling inSavepoint = new EachRow.Handling() {
            @Override
            public void handle(Row row) throws Exception {
                transaction.run(() -> open.handle(row, client));
            }

            @Override
            public void beforePause() throws SQLException {
                transaction.stayAlive();
            }

            // After a deadlock or a lost connection the rows before it are gone, too.
            @Override
            public boolean isRowsFault(Exception error) {
                return !(isOfDatabase(error) && SqlProblem.of(error) == SqlProblem.PASSING)
                        && EachRow.Handling.super.isRowsFault(error);
            }
        };
        return each.of(page, target, inSavepoint, transaction::written);
    }

    private static boolean isOfDatabase(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(SQLException.class::isInstance);
    }

    @Override
    public void close() {
        handler.close();
    }
}
