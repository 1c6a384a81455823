package dev.migrate.engine.accept;

import dev.migrate.database.repository.Alive;
import dev.migrate.engine.run.StoredParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads which runs go on, in one query. Thread-safe. */
final class OpenRuns {

    private static final String OPEN = """
            select r.instance_id, r.execution_id, r.job, r.parameters::text as parameters, r.definition_hash, r.transport,
                   (select coalesce(json_agg(distinct jsonb_build_object('database', d.database, 'name', d.name,
                        'systemIdentifier', d.system_identifier, 'limited', d.max_workers is not null)), '[]')::text
                    from migrate.run_database d where d.instance_id = r.instance_id) as needs,
                   exists (select from migrate.partition p
                           where p.instance_id = r.instance_id and p.state = 'waiting' and p.fresh)
                   or ((exists (select from migrate.partition p
                                where p.instance_id = r.instance_id and p.state = 'waiting')
                        or exists (select from migrate.partition p
                                   where p.instance_id = r.instance_id and p.state = 'claimed'))
                       and %s)
                   as something_to_do,
                   case when r.only_partition is null and not exists (
                            select from migrate.partition p where p.instance_id = r.instance_id and p.state = 'waiting')
                        then (select coalesce(sum(greatest(a.threads - busy.threads, 0)), 0)
                              from migrate.alive a
                              cross join lateral (select count(*) as threads from migrate.partition p
                                                  where p.worker = a.id and p.state = 'claimed') busy
                              where a.threads > 0 and (a.instance_id is null or a.instance_id = r.instance_id)
                                and not exists (select from migrate.declined d
                                                where d.worker = a.id and d.instance_id = r.instance_id))
                        else 0 end as idle_threads,
                   r.pause, r.throttle::text as throttle
            from migrate.run r
            where r.running and not r.stop
            """.formatted(Alive.process("r.manager_number"));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient repository;

    OpenRuns(JdbcClient repository) {
        this.repository = repository;
    }

    List<OpenRun> read() {
        return repository.sql(OPEN).query((row, number) -> read(row)).list();
    }

    private static OpenRun read(ResultSet row) throws SQLException {
        return new OpenRun(
                row.getLong("instance_id"),
                row.getLong("execution_id"),
                row.getString("job"),
                StoredParameters.read(row.getString("parameters")),
                row.getString("definition_hash"),
                row.getString("transport"),
                JSON.readValue(row.getString("needs"), new TypeReference<List<OpenRun.Need>>() {}),
                row.getBoolean("something_to_do"),
                row.getInt("idle_threads"),
                StoredSteering.read(row.getBoolean("pause"), row.getString("throttle")));
    }
}
