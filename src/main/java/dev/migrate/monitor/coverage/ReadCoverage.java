package dev.migrate.monitor.coverage;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an instance has covered. Thread-safe. */
public final class ReadCoverage {

    private static final String KEYS = """
            select c.database, c.partitions, c.begins::text as begins, c.ends::text as ends,
                   c.gap is null and c.unfinished is null as tiled
            from migrate.coverage c join migrate.run r using (instance_id)
            where c.instance_id = :instance and r.retry_of is null order by c.database
            """;

    private static final String DATABASES = """
            select distinct on (database) database, name, system_identifier, server_version
            from migrate.run_database where instance_id = :instance order by database
            """;

    private static final String TIMES = "select begun_at, ended_at from migrate.run where instance_id = :instance";

    private final JdbcClient repository;

    public ReadCoverage(JdbcClient repository) {
        this.repository = repository;
    }

    public Coverage of(long instance) {
        List<CoveredKeys> keys = repository
                .sql(KEYS)
                .param("instance", instance)
                .query((row, i) -> keys(row))
                .list();
        List<KnownDatabase> databases = repository
                .sql(DATABASES)
                .param("instance", instance)
                .query((row, i) -> database(row))
                .list();
        return repository
                .sql(TIMES)
                .param("instance", instance)
                .query((row, i) -> new Coverage(keys, databases, time(row, 1), time(row, 2)))
                .single();
    }

    private static CoveredKeys keys(ResultSet row) throws SQLException {
        return new CoveredKeys(
                new DatabaseName(row.getString("database")),
                row.getLong("partitions"),
                key(row.getString("begins")),
                key(row.getString("ends")),
                row.getBoolean("tiled"));
    }

    private static KnownDatabase database(ResultSet row) throws SQLException {
        return new KnownDatabase(
                new DatabaseName(row.getString("database")),
                row.getString("name"),
                row.getString("system_identifier"),
                row.getObject("server_version", Integer.class));
    }

    private static @Nullable KeyValue key(@Nullable String json) {
        return json == null ? null : new KeyValue(List.of(JsonMapper.shared().readValue(json, String[].class)));
    }

    private static @Nullable OffsetDateTime time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
