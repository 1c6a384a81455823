package dev.migrate.jar;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Stands in the repository: workers pass until so many pages are counted, and then wait in the transaction of a page, which
 * the database that it wrote to has committed already. Closed until it is opened.
 */
final class Gate implements AutoCloseable {

    private static final int LOCK = 4711;

    private final JdbcClient repository;
    private final Connection bar;

    /** @param pages after which it lets nobody pass */
    Gate(String url, long pages) {
        repository = JdbcClient.create(new DriverManagerDataSource(url));
        execute("""
                create or replace function gate() returns trigger language plpgsql as $$
                begin
                    if (select sum(page) from migrate.partition where instance_id = new.instance_id) >= %d then
                        perform pg_advisory_xact_lock_shared(%d);
                    end if;
                    return new;
                end $$
                """.formatted(pages, LOCK));
        execute("""
                create or replace trigger gate before update on migrate.partition
                for each row when (new.page > old.page) execute function gate()
                """);
        bar = bar(url);
    }

    private static Connection bar(String url) {
        try {
            Connection connection = DriverManager.getConnection(url);
            try (Statement lock = connection.createStatement()) {
                lock.execute("select pg_advisory_lock(" + LOCK + ")");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody waits there. */
    boolean holds() {
        return repository
                .sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and objid = :lock and not granted)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private void execute(String sql) {
        repository.sql(sql).update();
    }

    /** Lets everybody pass from now on. */
    @Override
    public void close() {
        try {
            bar.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute("drop trigger gate on migrate.partition");
    }
}
