package dev.migrate.engine.checkpoint;

import dev.migrate.database.RepositorySchema;
import dev.migrate.engine.accept.AcceptedRun;
import dev.migrate.engine.accept.OpenRun;
import dev.migrate.engine.accept.Steering;
import dev.migrate.engine.brake.signal.Signals;
import dev.migrate.engine.braking.Brakes;
import dev.migrate.engine.braking.Braking;
import dev.migrate.engine.braking.Orders;
import dev.migrate.engine.braking.Pace;
import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.outage.Outage;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.split.SplitTable;
import dev.migrate.engine.step.AttemptStores;
import dev.migrate.engine.step.WorkerStep;
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
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.job.throttle.Throttle;
import dev.migrate.table.page.PageSize;
import dev.migrate.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A run of one partition over the whole counter table, claimed again and again by a worker that nobody competes with: the
 * manager's and the transport's part is played by SQL.
 */
final class OnePartition implements AutoCloseable {

    private static final DatabaseName REPOSITORY = new DatabaseName("repository");
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    private static final OpenRun RUN =
            new OpenRun(12, 1, "count", Map.of(), "hash", "local", List.of(), true, 0, Steering.NONE);
    private static final PreparedJob JOB = new Counting();

    private static final Orders ORDERS = new Orders() {
        @Override
        public boolean mustStop() {
            return false;
        }

        @Override
        public boolean runGoesOn() {
            return true;
        }
    };

    private static final String BEGIN = """
            insert into migrate.batch_job_instance values (12, 0, 'count', 'key');
            insert into migrate.batch_job_execution (job_execution_id, version, job_instance_id, create_time)
            values (1, 0, 12, now());
            insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id, running)
            values (12, 'count', '{}', 0, 'hash', 1, true);
            insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)
            values (5, 0, 'worker:7', 1, now());
            insert into migrate.batch_step_execution_context values (5, '{}');
            insert into migrate.partition (instance_id, number, database, step_execution_id) values (12, 7, 'target', 5);
            """;

    private static final String CLAIM = """
            with claimed as (
                update migrate.partition set state = 'claimed', fence = fence + 1, pages_at_claim = page
                where state = 'waiting' returning fence, page, step_execution_id
            )
            select c.fence, c.page, s.short_context as context
            from claimed c join migrate.batch_step_execution_context s using (step_execution_id)
            """;

    private final TestDatabases databases = new TestDatabases(REPOSITORY.value());
    final SeamyDatabases seams = new SeamyDatabases(databases);

    private final StoredContext contexts = new StoredContext(new JacksonExecutionContextStringSerializer());
    private final JdbcClient repository = JdbcClient.create(databases.dataSource(REPOSITORY));
    private final WorkerStep step;

    OnePartition(CounterTable table) {
        RepositorySchema.migrate(databases.dataSource(REPOSITORY));
        repository.sql(BEGIN).update();
        // One and the same: by it statements find the transaction that they are part of.
        DataSource seamy = seams.dataSource(REPOSITORY);
        this.step = new WorkerStep(
                stores(table, seamy),
                new Checkpoints(table.seams, new RepositoryId(repository)),
                table.databases,
                braking(table, seamy),
                new SplitTable(JdbcClient.create(seamy), new JdbcTransactionManager(seamy), contexts, CLOCK),
                Runnable::run,
                new JdbcTransactionManager(seamy));
    }

    private static Braking braking(CounterTable table, DataSource seamy) {
        Pace pace = new Pace(JdbcClient.create(seamy), new JdbcTransactionManager(seamy));
        return new Braking(new Brakes(table.databases, new Signals(table.databases, CLOCK), pace), CLOCK, atMost -> {});
    }

    private AttemptStores stores(CounterTable table, DataSource seamy) {
        Outage outage = new Outage(table.databases, Duration.ZERO, CLOCK, atMost -> {});
        return new AttemptStores(JdbcClient.create(seamy), contexts, outage, CLOCK);
    }

    /** Claims and works until nothing waits any more; returns how many claims it took. */
    int work() {
        int claims = 0;
        for (Optional<Claim> claim = claim(); claim.isPresent(); claim = claim()) {
            step.execute(claim.get(), new AcceptedRun(RUN, JOB, PageSize.fixed(4), Throttle.NONE), ORDERS);
            claims++;
        }
        return claims;
    }

    private Optional<Claim> claim() {
        return repository.sql(CLAIM).query((row, number) -> claim(row)).optional();
    }

    private Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                new Partition(12, 7, CounterTable.TARGET, KeyRange.ALL),
                new Claim.JobReference(12, 1, "count"),
                5,
                "worker:7",
                row.getLong("fence"),
                row.getLong("page"),
                contexts.read(row.getString("context")));
    }

    /** One text that the repository answers with. */
    String ask(String sql) {
        return repository.sql(sql).query(String.class).single();
    }

    @Override
    public void close() {
        databases.close();
    }

    /** Counts the rows of each page up. */
    private static final class Counting implements PreparedJob {

        @Override
        public List<KeySpace> keySpaces() {
            TableName counter = new TableName("public", "counter");
            return List.of(new KeySpace(
                    List.of(new RowSource(CounterTable.TARGET, counter, CounterTable.KEY, BoundSql.TRUE))));
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
        public TargetWork open(Partition partition) {
            return new TargetWork() {
                @Override
                public DatabaseName target() {
                    return CounterTable.TARGET;
                }

                @Override
                public PageResult apply(Page page, Connection target) throws SQLException {
                    int rows = CounterTable.count(page, target);
                    return new PageResult(new Ledger(rows, rows, 0, 0, 0, rows), List.of(), rows);
                }
            };
        }
    }
}
