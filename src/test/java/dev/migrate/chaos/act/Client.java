package dev.migrate.chaos.act;

import dev.migrate.chaos.server.Session;
import dev.migrate.chaos.watch.Sight;
import dev.migrate.chaos.watch.Sign;
import dev.migrate.engine.presence.Presence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A session of the run, as its server shows it.
 *
 * @param backend the server's process
 * @param name the application_name
 * @param state active, idle, or idle in transaction
 * @param worker by which number it shows that a process lives; null if it does not
 * @param manager whether it is the presence of a manager
 */
record Client(
        int backend,
        String name,
        @Nullable String state,
        @Nullable Integer worker,
        boolean manager) {

    private static final Pattern PARTITION = Pattern.compile("migrate \\w+ \\d+/(\\d+)/\\d+");

    private static final String ALL = """
            select a.pid as backend, a.application_name as name, a.state,
                   (select l.objid::int from pg_locks l
                    where l.pid = a.pid and l.locktype = 'advisory' and l.classid = :workers and l.objsubid = 2) as worker,
                   exists (select from pg_locks l
                           where l.pid = a.pid and l.locktype = 'advisory' and l.objsubid = 1) as manager
            from pg_stat_activity a
            where a.datname = current_database() and a.backend_type = 'client backend' and a.application_name <> :harness
            order by a.pid
            """;

    static List<Client> all(JdbcClient db) {
        return db.sql(ALL)
                .param("workers", Presence.WORKERS)
                .param("harness", Session.NAME)
                .query(Client.class)
                .list();
    }

    /** Ends it; false if it had ended by itself. */
    boolean cut(JdbcClient db) {
        return db.sql("select pg_terminate_backend(:backend)")
                .param("backend", backend)
                .query(Boolean.class)
                .single();
    }

    /** By what one sees that the loss of it is made good; empty if nothing is lost with it. */
    Optional<Sign> isMissedUntil(Sight before) {
        Matcher partition = PARTITION.matcher(name);
        if (partition.matches()) {
            return Optional.of(Sign.workedOn(before, Integer.parseInt(partition.group(1))));
        }
        if (worker != null && !manager) {
            List<Integer> held = before.heldByWorker(worker);
            return held.isEmpty() ? Optional.empty() : Optional.of(Sign.claimedAnew(before, held));
        }
        return Optional.of(manager ? Sign.seatTakenAgain(before) : Sign.nextPage(before));
    }

    /** {@code "migrate presence" of worker 7, idle}. */
    @Override
    public String toString() {
        String whose = manager ? " of a manager" : worker == null ? "" : " of worker " + worker;
        return "\"" + name + "\"" + whose + ", " + state;
    }
}
