package dev.migrate.testing;

/** Runs of the job {@code check} that go on, with as many partitions as wanted and half of them done: rows of a repository only. */
public final class ManyPartitions {

    private ManyPartitions() {}

    /** Makes one, whose execution has the number of its instance, in the database {@code repository}. */
    public static void make(TestDatabases databases, int instance, int partitions) {
        databases.execute("repository", """
                insert into migrate.batch_job_instance values (%1$d, 0, 'check', 'key %1$d');
                insert into migrate.batch_job_execution
                    (job_execution_id, version, job_instance_id, create_time, start_time, status)
                values (%1$d, 1, %1$d, localtimestamp, localtimestamp, 'STARTED');
                insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id, running,
                    manager, manager_since, estimated_rows)
                values (%1$d, 'check', '{}', %1$d, 'c0ffee', %1$d, true, 'pid 1 on here', now() - interval '1 h', %2$d);
                insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id,
                    create_time, start_time, last_updated, status, commit_count, read_count)
                select %1$d * 100000 + n, 0, 'worker:' || n, %1$d, now(), now(), now(), 'COMPLETED', 1, 10
                from generate_series(1, %2$d) n;
                insert into migrate.partition (instance_id, number, database, lower, upper, state, step_execution_id,
                    page, read, different, page_ms)
                select %1$d, n, 'shard' || n %% 4, jsonb_build_array(n::text), jsonb_build_array((n + 1)::text),
                       case when n <= %2$d / 2 then 'done' else 'waiting' end, %1$d * 100000 + n, 1, 10, 1, n
                from generate_series(1, %2$d) n;
                insert into migrate.finding (instance_id, partition, database, key, kind)
                select %1$d, n, 'shard1', '{"id": 1}', 'missing' from generate_series(1, %2$d) n;
                insert into migrate.reading (instance_id, at, rows, partitions)
                select %1$d, now() - n * interval '5 s', 1000000 - n, 1000 from generate_series(1, 700) n;
                """.formatted(instance, partitions));
    }
}
