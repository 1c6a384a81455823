package dev.migrate.engine.brake.signal;

import dev.migrate.job.key.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others do with a table, its partitions, its children and what is stored beside them. */
final class TableSignal implements Sight.Look<TableSignal.Others> {

    // Locks are seen by everybody; what a session does is not. Who waits for a lock on behalf of this program does not
    // hold it up.
    private static final String OTHERS = """
            with recursive tree as (
                select to_regclass(?)::oid as oid
                union
                select i.inhrelid from pg_inherits i join tree t on i.inhparent = t.oid
            ), relation as (
                select oid from tree
                union all
                select c.reltoastrelid from pg_class c join tree t using (oid) where c.reltoastrelid <> 0
            ), other as (
                select l.granted, l.pid, coalesce(a.application_name, '') as name, a.query,
                       a.query like 'autovacuum: VACUUM %(to prevent wraparound)' as vacuums,
                       coalesce(a.query, '<insufficient privilege>') = '<insufficient privilege>' as hidden
                from pg_locks l left join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'relation' and l.relation in (select oid from relation)
                  and l.database = (select oid from pg_database where datname = current_database())
                  and (not l.granted or l.mode = 'ShareUpdateExclusiveLock')
            )
            select (select min(pid) from other where granted and vacuums) as vacuum,
                   exists (select from other where granted and hidden) as hidden,
                   (select min(pid || case name when '' then '' else ' ("' || name || '")' end) from other
                    where not granted and name <> current_setting('application_name')
                      and name !~ '^migrate( |$)') as waiter
            """;

    /**
     * What they do.
     *
     * @param vacuum the process that vacuums the table to prevent wraparound
     * @param hidden whether somebody that cannot be seen may do so
     * @param waiter the session that waits to lock the table
     */
    record Others(
            TableName table,
            @Nullable Integer vacuum,
            boolean hidden,
            @Nullable String waiter) {

        /** @param demanded whether it matters that it cannot be seen */
        Optional<String> vacuum(boolean demanded) throws CannotSee {
            if (vacuum == null && hidden && demanded) {
                throw new CannotSee("whether " + table + " is vacuumed to prevent wraparound; grant the role"
                        + " pg_read_all_stats");
            }
            return Optional.ofNullable(vacuum)
                    .map(pid -> "%s is vacuumed to prevent wraparound, by process %d".formatted(table, pid));
        }

        Optional<String> locks() {
            return Optional.ofNullable(waiter).map(who -> "session %s waits to lock %s".formatted(who, table));
        }
    }

    private final TableName table;

    TableSignal(TableName table) {
        this.table = table;
    }

    @Override
    public Others at(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setString(1, table.quoted());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Others(
                        table,
                        row.getObject("vacuum", Integer.class),
                        row.getBoolean("hidden"),
                        row.getString("waiter"));
            }
        }
    }
}
