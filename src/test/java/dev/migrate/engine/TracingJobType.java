package dev.migrate.engine;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.TableShape;
import dev.migrate.table.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;

/**
 * Reads the rows of each page, finds those whose id ends in 7, and does what a test wants to happen before or after. May also
 * count in each row how often it was worked on, and set rows aside, which it then does not count.
 */
public final class TracingJobType implements JobType<TracingJobType.Definition> {

    /**
     * What {@code type: trace} says.
     *
     * @param counts whether rows are written to
     */
    public record Definition(Source source, boolean counts) {}

    /** What a test wants to happen around the work on a page. */
    public interface Trap {
        default void opening(Partition partition) {}

        default void before(Partition partition, Page page) throws Exception {}

        default void after(Partition partition, Page page) throws Exception {}
    }

    private final Databases databases;
    private final Queue<Page> pages = new ConcurrentLinkedQueue<>();
    private volatile Trap trap = new Trap() {};
    private volatile LongPredicate failing = id -> false;
    private volatile long mostFailedRows;

    TracingJobType(Databases databases) {
        this.databases = databases;
    }

    public void trap(Trap next) {
        trap = next;
    }

    /** From now on sets some rows aside, but in the whole run no more than so many. */
    public void setAside(LongPredicate ids, long most) {
        failing = ids;
        mostFailedRows = most;
    }

    boolean setsAside(long id) {
        return failing.test(id);
    }

    /** Something that a test wants to happen. */
    @FunctionalInterface
    public interface Event {
        void happen() throws Exception;
    }

    /** Has something happen, once, when the rows of a page were worked on and nothing is written of it yet. */
    public void onceIn(int number, long pageNumber, Event event) {
        AtomicBoolean happened = new AtomicBoolean();
        trap(new Trap() {
            @Override
            public void after(Partition partition, Page page) throws Exception {
                if (partition.number() == number && page.number() == pageNumber && !happened.getAndSet(true)) {
                    event.happen();
                }
            }
        });
    }

    /** Every page that was begun, in the order in which it was. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    void before(Partition partition, Page page) throws Exception {
        pages.add(page);
        trap.before(partition, page);
    }

    void after(Partition partition, Page page) throws Exception {
        trap.after(partition, page);
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
            List<KeySpace> spaces = new ArrayList<>();
            for (DatabaseName database : source.databases()) {
                TableShape shape = tables.read(database, source.table()).orElseThrow(() -> new UserMistake("no table"));
                spaces.add(new KeySpace(List.of(
                        new RowSource(database, shape.name(), tables.key(shape, source.key()), BoundSql.TRUE))));
            }
            return new Prepared(spaces, definition.counts());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Prepared implements PreparedJob {

        private final List<KeySpace> spaces;
        private final boolean counts;

        Prepared(List<KeySpace> spaces, boolean counts) {
            this.spaces = List.copyOf(spaces);
            this.counts = counts;
        }

        @Override
        public List<KeySpace> keySpaces() {
            return spaces;
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
        public Set<DatabaseName> targets(DatabaseName partitions) {
            return counts ? Set.of(partitions) : Set.of();
        }

        @Override
        public long mostFailedRows() {
            return mostFailedRows;
        }

        @Override
        public PartitionWork open(Partition partition) {
            trap.opening(partition);
            TracedRows rows = new TracedRows(TracingJobType.this, partition, rows(partition));
            return counts
                    ? rows.counting()
                    : rows.reading(databases.dataSource(Objects.requireNonNull(partition.database())));
        }

        private RowSource rows(Partition partition) {
            return spaces.stream()
                    .filter(space -> space.database().equals(partition.database()))
                    .findFirst()
                    .orElseThrow()
                    .first();
        }
    }
}
