package dev.migrate.type.rows.handle;

import dev.migrate.handler.HandlerContext;
import dev.migrate.job.JobRequest;
import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import dev.migrate.job.Pause;
import dev.migrate.type.rows.load.HandlerClass;
import dev.migrate.type.rows.page.OnError;
import dev.migrate.type.rows.page.RowAction;
import dev.migrate.type.rows.page.RowSelect;
import dev.migrate.type.rows.page.RowTable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Has a handler of the user's do what it does with each row. Thread-safe. */
public final class HandlerAction implements RowAction {

    private final HandlerClass handler;
    private final String job;
    private final Map<String, String> parameters;
    private final OnError onError;
    private final Pause pause;
    private final Clock clock;

    /** @param pause between two attempts at a row */
    public HandlerAction(HandlerClass handler, JobRequest request, OnError onError, Pause pause, Clock clock) {
        this.handler = handler;
        this.job = request.job();
        this.parameters = request.parameters();
        this.onError = onError;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public PartitionWork open(RowTable table, Partition partition) {
        HandlerContext context =
                new HandlerContext(job, parameters, table.database().value(), partition.number());
        OpenHandler open = new OpenHandler(handler, context);
        EachRow each = new EachRow(table, select(table), onError, pause);
        return writes()
                ? new TransactionalRows(open, each, table.database(), clock)
                : new PlainRows(open, each, table.dataSource());
    }

    @Override
    public RowSelect select(RowTable table) {
        String columns = table.columns().stream().map(ArrayText::selected).collect(Collectors.joining(", "));
        return new RowSelect(table.rows(), columns);
    }

    @Override
    public boolean writes() {
        return handler.isTransactional();
    }

    @Override
    public List<String> notes() {
        return List.of(
                writes()
                        ? "%s takes part in the transaction of its page: what its statements do is done exactly once"
                                .formatted(handler)
                        : "%s is given each row at least once: after a crash or a failure it is given those of the page in hand again"
                                .formatted(handler));
    }
}
