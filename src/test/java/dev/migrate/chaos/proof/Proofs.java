package dev.migrate.chaos.proof;

import java.util.ArrayList;
import java.util.List;

/** Everything that must hold when all runs are complete and all processes have ended. */
public final class Proofs {

    private static final List<Question> QUESTIONS = List.of(
            new Question("every row was changed once in each round", Evidence::target, """
                    select count(*) = :rows::bigint and min(n) = :rounds::int and max(n) = :rounds::int as holds,
                           format('%s rows, n from %s to %s, after %s rounds', count(*), min(n), max(n), :rounds::int)
                               as numbers
                    from counter
                    """),
            new Question("every run is complete", Evidence::repository, """
                    select count(*) = :rounds::int and count(*) = count(*) filter (where e.status = 'COMPLETED')
                               and count(*) filter (where r.running) = 0 as holds,
                           format('%s runs in %s rounds, %s complete, %s running', count(*), :rounds::int,
                               count(*) filter (where e.status = 'COMPLETED'), count(*) filter (where r.running)) as numbers
                    from migrate.run r left join migrate.batch_job_execution e on e.job_execution_id = r.execution_id
                    """),
            new Question("the ledger of every run adds up", Evidence::repository, """
                    select count(*) = :rounds::int and coalesce(bool_and(read = :rows::bigint and written = :rows::bigint and others = 0), false) as holds,
                           format('%s runs, read from %s to %s, written from %s to %s, found, skipped and failed up to %s',
                               count(*), min(read), max(read), min(written), max(written), max(others)) as numbers
                    from (select sum(read) as read, sum(written) as written, sum(found + skipped + failed) as others
                          from migrate.partition group by instance_id) ledger
                    """),
            new Question("attempts add up to partitions", Evidence::repository, """
                    select count(*) = :rounds::int and coalesce(bool_and(pages = attempt_pages and read = attempt_read), false) as holds,
                           format('%s runs, %s pages and %s rows in partitions, %s and %s in attempts', count(*),
                               sum(pages), sum(read), sum(attempt_pages), sum(attempt_read)) as numbers
                    from (select instance_id, sum(page) as pages, sum(read) as read
                          from migrate.partition group by instance_id) done
                    left join (select job_instance_id as instance_id, sum(commit_count) as attempt_pages,
                                 sum(read_count) as attempt_read
                          from migrate.batch_step_execution join migrate.batch_job_execution using (job_execution_id)
                          where step_name like 'worker:%' group by job_instance_id) tried using (instance_id)
                    """),
            new Question("every partition is done", Evidence::repository, """
                    select count(*) > 0 and count(*) = count(*) filter (where state = 'done') as holds,
                           format('%s partitions, %s done, %s failed, %s claimed, %s waiting', count(*),
                               count(*) filter (where state = 'done'), count(*) filter (where state = 'failed'),
                               count(*) filter (where state = 'claimed'), count(*) filter (where state = 'waiting')) as numbers
                    from migrate.partition
                    """),
            new Question("nothing counts as running", Evidence::repository, """
                    select claims + executions + steps = 0 as holds,
                           format('%s claims, %s executions and %s step executions without an end', claims, executions, steps)
                               as numbers
                    from (select
                        (select count(*) from migrate.partition where worker is not null and state = 'claimed') as claims,
                        (select count(*) from migrate.batch_job_execution where end_time is null) as executions,
                        (select count(*) from migrate.batch_step_execution
                         where status = 'STARTED' and end_time is null) as steps) left_behind
                    """));

    private Proofs() {}

    /** Asks everything. */
    public static List<Proof> ask(Evidence evidence) {
        List<Proof> proofs = new ArrayList<>();
        QUESTIONS.forEach(question -> proofs.add(question.ask(evidence)));
        proofs.add(Checkpoints.agree(evidence));
        proofs.addAll(sessions(evidence));
        return List.copyOf(proofs);
    }

    /** Asks whether processes that have ended have left something on the servers. */
    public static List<Proof> sessions(Evidence evidence) {
        return Sessions.QUESTIONS.stream()
                .map(question -> question.ask(evidence))
                .toList();
    }
}
