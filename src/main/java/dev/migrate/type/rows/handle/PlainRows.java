package dev.migrate.type.rows.handle;

import dev.migrate.handler.RowHandler;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import java.sql.Connection;
import javax.sql.DataSource;

/** Gives rows to a handler while no transaction is open. */
final class PlainRows implements PageWork {

    private final OpenHandler handler;
    private final EachRow each;
    private final DataSource database;

    PlainRows(OpenHandler handler, EachRow each, DataSource database) {
        this.handler = handler;
        this.each = each;
        this.database = database;
    }

    @Override
    public PageResult apply(Page page) throws Exception {
        return handler.use(open -> apply(page, (RowHandler) open));
    }

    private PageResult apply(Page page, RowHandler open) throws Exception {
        try (Connection connection = database.getConnection()) {
            return each.of(page, connection, open::handle, () -> 0);
        }
    }

    @Override
    public void close() {
        handler.close();
    }
}
