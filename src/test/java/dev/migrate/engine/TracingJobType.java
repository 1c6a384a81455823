package dev.migrate.engine;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.definition.Source;
import dev.migrate.job.Finding;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.KeyPredicate;
import dev.migrate.table.TableShape;
import dev.migrate.table.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads the rows of each page, finds those whose id ends in 7, and does what a test wants to happen before or after. */
public final class TracingJobType implements JobType<TracingJobType.Definition> {

    public record Definition(Source source) {}

    /** What a test wants to happen around the work on a page. */
    public interface Trap {
        default void opening(Partition partition) {}

        default void before(Partition partition, Page page) throws Exception {}

        default void after(Partition partition, Page page) throws Exception {}
    }

    private final Databases databases;
    private final Queue<Page> pages = new ConcurrentLinkedQueue<>();
    private volatile Trap trap = new Trap() {};

    TracingJobType(Databases databases) {
        this.databases = databases;
    }

    public void trap(Trap next) {
        trap = next;
    }

    /** Every page that was begun, in the order in which it was. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public Class<Definition> definition() {
        return Definition.class;
    }

    @Override
    public PreparedJob prepare(Definition definition, JobRequest request) {
        Source source = definition.source();
        try {
            Tables tables = new Tables(databases);
            TableShape shape = tables.read(source.databases().get(0), source.table())
                    .orElseThrow(() -> new UserMistake("no table"));
            RowSource rows = new RowSource(
                    source.databases().get(0), shape.name(), tables.key(shape, source.key()), BoundSql.TRUE);
            return new Prepared(new KeySpace(List.of(rows)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Prepared implements PreparedJob {

        private final KeySpace space;

        Prepared(KeySpace space) {
            this.space = space;
        }

        @Override
        public List<KeySpace> keySpaces() {
            return List.of(space);
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public List<String> statements() {
            return List.of();
        }

        @Override
        public PageWork open(Partition partition) {
            trap.opening(partition);
            return page -> apply(partition, page);
        }

        private PageResult apply(Partition partition, Page page) throws Exception {
            pages.add(page);
            trap.before(partition, page);
            List<Long> ids = ids(page);
            List<Finding> found = ids.stream()
                    .filter(id -> id % 10 == 7)
                    .map(id -> new Finding(space.database(), Map.of("id", id), Finding.Kind.BROKEN, "seven", Map.of()))
                    .toList();
            trap.after(partition, page);
            return new PageResult(Ledger.checked(ids.size(), found.size()), found, ids.size());
        }

        private List<Long> ids(Page page) throws SQLException {
            RowSource rows = space.first();
            BoundSql query = BoundSql.of("select id from " + rows.table().quoted() + " where ")
                    .then(KeyPredicate.within(rows.key(), page.range()));
            return new Query(databases.dataSource(rows.database())).list(query, row -> row.getLong(1));
        }
    }
}
