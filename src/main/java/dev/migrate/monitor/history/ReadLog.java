package dev.migrate.monitor.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what happened to a run. Thread-safe. */
public final class ReadLog {

    private static final int MOST = 500;

    // The times are by different clocks, so they are not compared: what was asked of an execution lies between its
    // begin
    // and its end.
    private static final String EVENTS = """
            with execution as (
                select job_execution_id as id, coalesce(start_time, create_time) as begun, end_time, status,
                       row_number() over (order by job_execution_id) as nth,
                       regexp_replace(split_part(coalesce(exit_message, ''), E'\\n', 1),
                                      '^[[:alnum:]_.$]+(Exception|Error)(: |$)', '') as reason
                from migrate.batch_job_execution where job_instance_id = :instance
            ), event as (
                select id as execution, 1 as step, 0 as n, case when nth = 1 then 'started' else 'resumed' end as event,
                       begun as noted, null::timestamptz as asked, null as by, null as detail
                from execution
                union all
                select execution_id, 2, id, verb, null, at, by, detail from migrate.steering where instance_id = :instance
                union all
                select id, 3, 0, 'ended', end_time, null, null, status || coalesce(': ' || nullif(reason, ''), '')
                from execution where end_time is not null
            ), newest as (
                select * from event order by execution desc, step desc, n desc limit :most
            )
            select execution, event, noted, asked, by, detail from newest order by execution, step, n
            """;

    private final JdbcClient repository;

    public ReadLog(JdbcClient repository) {
        this.repository = repository;
    }

    /** The newest five hundred events, the oldest of them first. */
    public List<LogEntry> of(long instance) {
        return repository
                .sql(EVENTS)
                .param("instance", instance)
                .param("most", MOST)
                .query((row, number) -> entry(row))
                .list();
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("execution"),
                row.getString("event"),
                at(row),
                row.getString("by"),
                row.getString("detail"));
    }

    private static @Nullable LocalDateTime at(ResultSet row) throws SQLException {
        OffsetDateTime asked = row.getObject("asked", OffsetDateTime.class);
        return asked == null
                ? row.getObject("noted", LocalDateTime.class)
                : asked.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime();
    }
}
