package dev.migrate.type.rows;

import dev.migrate.handler.HandlerContext;
import dev.migrate.handler.Row;
import dev.migrate.handler.RowHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A handler on the class path, which shows the test what happens to it. */
public final class Recorder implements RowHandler {

    static final List<String> EVENTS = new CopyOnWriteArrayList<>();
    /** Those of the thread's context when it was constructed, opened, called and closed. */
    static final List<ClassLoader> LOADERS = new CopyOnWriteArrayList<>();

    static Consumer<Row> onRow = row -> {};

    static void record(Consumer<Row> rows) {
        EVENTS.clear();
        LOADERS.clear();
        onRow = rows;
    }

    public Recorder() {
        loader();
    }

    private static void loader() {
        LOADERS.add(Thread.currentThread().getContextClassLoader());
    }

    @Override
    public void open(HandlerContext context) {
        loader();
        EVENTS.add("open " + context);
    }

    @Override
    public void handle(Row row) {
        loader();
        EVENTS.add(row.key());
        onRow.accept(row);
    }

    @Override
    public void close() {
        loader();
        EVENTS.add("close");
        throw new IllegalStateException("which nobody minds");
    }
}
