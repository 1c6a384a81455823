package dev.migrate.chaos;

import dev.migrate.chaos.process.Jar;
import dev.migrate.chaos.process.JarProcess;
import dev.migrate.chaos.server.Session;
import dev.migrate.chaos.watch.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes down what there is to see of a run that does not end: tables, sessions, and the threads of its processes. */
final class Standstill {

    private static final int LONGEST = 600;
    private static final List<String> TABLES = List.of(
            "select * from migrate.run order by number desc limit 1",
            "select * from migrate.worker order by id",
            "select * from migrate.partition where state <> 'done' order by instance_id, number",
            "select * from migrate.batch_job_execution order by 1 desc limit 3",
            "select * from migrate.batch_step_execution where end_time is null order by 1");
    private static final String SESSIONS = """
            select pid, application_name, state, wait_event_type, wait_event, pg_blocking_pids(pid) as blocked_by,
                   now() - xact_start as transaction, now() - state_change as since, left(query, 200) as query
            from pg_stat_activity where datname = current_database() order by pid
            """;

    private final Journal journal;
    private final Session repository;
    private final Session target;

    Standstill(Journal journal, Session repository, Session target) {
        this.journal = journal;
        this.repository = repository;
        this.target = target;
    }

    void tell(List<JarProcess> processes, Jar jar) throws IOException, InterruptedException {
        journal.print("STANDSTILL: the last round does not end");
        TABLES.forEach(sql -> show(repository, sql));
        show(repository, SESSIONS);
        show(target, SESSIONS);
        show(target, "select * from migrate.checkpoint order by instance desc, partition limit 40");
        status(jar);
        for (JarProcess process : processes) {
            threads(process);
        }
    }

    private void show(Session session, String sql) {
        journal.print("-- " + sql.strip().lines().findFirst().orElse(""));
        session.ask(db -> db.sql(sql).query().listOfRows())
                .ifPresentOrElse(
                        rows -> rows.forEach(row -> journal.print("   " + shortened(row.toString()))),
                        () -> journal.print("   no answer"));
    }

    private static String shortened(String row) {
        String line = row.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }

    private void status(Jar jar) throws IOException, InterruptedException {
        JarProcess status = jar.start("status", List.of("status", "--config=config"));
        status.await();
        journal.print(Files.readString(status.output()));
    }

    private void threads(JarProcess process) throws IOException, InterruptedException {
        Path dump = process.output().resolveSibling("threads-" + process.pid() + ".txt");
        new ProcessBuilder("jcmd", Long.toString(process.pid()), "Thread.print")
                .redirectErrorStream(true)
                .redirectOutput(dump.toFile())
                .start()
                .waitFor();
        journal.print(process + ": its threads are in " + dump + ", its output in " + process.output());
    }
}
