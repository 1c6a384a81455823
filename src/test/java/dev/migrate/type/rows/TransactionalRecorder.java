package dev.migrate.type.rows;

import dev.migrate.handler.Row;
import dev.migrate.handler.TransactionalRowHandler;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handler on the class path that makes no statement, and lets the test do something with each row. */
public final class TransactionalRecorder implements TransactionalRowHandler {

    static Consumer<Row> onRow = row -> {};

    @Override
    public void handle(Row row, JdbcClient database) {
        onRow.accept(row);
    }
}
