package dev.migrate.monitor;

import dev.migrate.monitor.pace.ReadThroughput;
import dev.migrate.monitor.pace.ThroughputPoint;
import dev.migrate.monitor.partition.MapCell;
import dev.migrate.monitor.partition.ReadKeySpaceMap;
import dev.migrate.monitor.total.JobTotals;
import dev.migrate.monitor.total.ReadTotals;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is drawn of runs, in so many points or cells at most, however large or long they are: the server groups, each in one
 * statement. Thread-safe.
 */
public final class Charts {

    private final ReadThroughput throughput;
    private final ReadKeySpaceMap map;
    private final ReadTotals totals;

    public Charts(DataSource repository) {
        JdbcClient client = JdbcClient.create(repository);
        this.throughput = new ReadThroughput(client);
        this.map = new ReadKeySpaceMap(client);
        this.totals = new ReadTotals(client);
    }

    /**
     * How an instance got on over time, over all its executions.
     *
     * @param most at least 2
     */
    public List<ThroughputPoint> throughput(long instance, int most) {
        demandAtLeast(2, most);
        return throughput.of(instance, most);
    }

    /**
     * The key space of an instance, database by database in the order of the keys.
     *
     * @param cells so many, and at most one more for each database
     */
    public List<MapCell> keySpaceMap(long instance, int cells) {
        demandAtLeast(1, cells);
        return map.of(instance, cells);
    }

    /** What the runs that go on have done, by job. */
    public List<JobTotals> totals() {
        return totals.byJob();
    }

    private static void demandAtLeast(int least, int most) {
        if (most < least) {
            throw new IllegalArgumentException("nothing can be drawn in " + most);
        }
    }
}
