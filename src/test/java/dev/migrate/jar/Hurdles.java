package dev.migrate.jar;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Locks on a row in the middle of each partition: a worker stands there, in a page's transaction, until it is taken away. */
final class Hurdles implements AutoCloseable {

    private static final int ROWS = CountingJob.ROWS / CountingJob.PARTITIONS;

    private static final String SESSION = """
            select count(*) from pg_stat_activity
            where datname = current_database() and application_name like :name and %s
            """;

    private final JdbcClient onlooker;
    private final Map<Integer, Connection> locks = new TreeMap<>();

    Hurdles(String url) {
        onlooker = JdbcClient.create(new DriverManagerDataSource(url));
        for (int partition = 1; partition <= CountingJob.PARTITIONS; partition++) {
            locks.put(partition, lock(url, partition * ROWS - ROWS / 2));
        }
    }

    private static Connection lock(String url, long row) {
        try {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement("select from counter where id = ? for update")) {
                select.setLong(1, row);
                select.execute();
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody stands there. */
    boolean stop(int partition) {
        return is(partition, "wait_event_type = 'Lock'");
    }

    /** Whether somebody has passed it, and does no more. */
    boolean wasPassedByOneThatIsStill(int partition) {
        return is(partition, "state = 'idle in transaction' and query like 'update counter %'");
    }

    private boolean is(int partition, String condition) {
        return onlooker.sql(SESSION.formatted(condition))
                        .param("name", "migrate % %/" + partition + "/%")
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Lets workers pass there. */
    void remove(int partition) {
        Connection lock = locks.remove(partition);
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets workers pass everywhere else. */
    void removeAllBut(List<Integer> partitions) {
        Set.copyOf(locks.keySet()).stream()
                .filter(partition -> !partitions.contains(partition))
                .forEach(this::remove);
    }

    /** Lets workers pass everywhere. */
    void removeAll() {
        removeAllBut(List.of());
    }

    @Override
    public void close() {
        removeAll();
    }
}
