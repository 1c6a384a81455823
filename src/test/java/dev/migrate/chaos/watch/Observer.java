package dev.migrate.chaos.watch;

import dev.migrate.chaos.server.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the repository. Not thread-safe. */
public final class Observer {

    private static final String NEWEST = """
            select r.number as run, r.instance_id, r.epoch, r.manager_number, r.manager, e.status,
                   p.number, p.state, p.worker, w.pid, p.fence, p.page
            from (select * from migrate.run order by number desc limit 1) r
            left join migrate.batch_job_execution e on e.job_execution_id = r.execution_id
            left join migrate.partition p on p.instance_id = r.instance_id
            left join migrate.worker w on w.id = p.worker
            """;

    private final Session repository;
    private Sight last = Sight.NOTHING;
    private boolean made;

    public Observer(Session repository) {
        this.repository = repository;
    }

    /** What it shows now; empty if it is away. */
    public Optional<Sight> look() {
        Optional<Sight> sight = repository.ask(db -> isMade(db) ? newest(db) : Sight.NOTHING);
        sight.ifPresent(seen -> last = seen);
        return sight;
    }

    /** What it shows now or, if it is away, showed last. */
    public Sight lookOrRemember() {
        return look().orElse(last);
    }

    /** What it showed when it was last looked at. */
    public Sight remembered() {
        return last;
    }

    private boolean isMade(JdbcClient db) {
        made = made
                || db.sql("select to_regclass('migrate.run') is not null")
                        .query(Boolean.class)
                        .single();
        return made;
    }

    private static Sight newest(JdbcClient db) {
        return db.sql(NEWEST).query(Observer::read);
    }

    private static Sight read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Sight.NOTHING;
        }
        int run = rows.getInt("run");
        long instance = rows.getLong("instance_id");
        long epoch = rows.getLong("epoch");
        int seat = rows.getInt("manager_number");
        String manager = rows.getString("manager");
        String status = rows.getString("status");
        return new Sight(run, instance, epoch, seat, manager, status, partitions(rows));
    }

    private static Map<Integer, PartitionSight> partitions(ResultSet rows) throws SQLException {
        Map<Integer, PartitionSight> partitions = new HashMap<>();
        do {
            String state = rows.getString("state");
            if (state != null) {
                PartitionSight partition = partition(rows, state);
                partitions.put(partition.number(), partition);
            }
        } while (rows.next());
        return partitions;
    }

    private static PartitionSight partition(ResultSet row, String state) throws SQLException {
        return new PartitionSight(
                row.getInt("number"),
                state,
                row.getObject("worker", Integer.class),
                row.getObject("pid", Long.class),
                row.getLong("fence"),
                row.getLong("page"));
    }
}
