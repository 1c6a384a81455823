package dev.migrate.engine.claim;

import dev.migrate.database.repository.Alive;

/**
 * The statements that make a claim. Each is a few looks into indexes, however many partitions there are, whatever is known of
 * them when it is planned, and however long ago the tables were vacuumed.
 */
final class ClaimSql {

    private static final String ALIVE = Alive.process(":worker");

    // A worker that does not know yet that it was taken for dead would claim what is taken away from it at once, and
    // claims
    // in vain are counted. The partition is updated by its number, not joined: statistics from before the plan would
    // have
    // the join pass all partitions that wait.
    private static final String CLAIM = """
            with full_up as materialized (
                select d.instance_id, d.partition_database from migrate.run_database d
                where d.instance_id = any(:instances) and d.max_workers is not null and d.max_workers <= (
                    select count(distinct (o.instance_id, o.number)) from migrate.partition o
                    join migrate.run_database u on u.instance_id = o.instance_id and u.partition_database = o.database
                    where o.state = 'claimed' and u.system_identifier = d.system_identifier and u.name = d.name)
            ), candidate as materialized (
            %s
            ), running as (
                select c.number, r.instance_id, r.execution_id, r.job
                from candidate c join migrate.run r using (instance_id)
                where r.running and not r.stop and not r.pause and (r.only_partition is null or r.only_partition = c.number)
                  and %s
                for share of r
            ), claimed as (
                update migrate.partition p
                set state = 'claimed', worker = :worker, fence = p.fence + 1, attempts = p.attempts + 1,
                    fresh = false, pages_at_claim = p.page, claimed_at = clock_timestamp(), reason = null
                where p.instance_id = (select instance_id from running) and p.number = (select number from running)
                  and p.state = 'waiting' and p.fresh
                returning p.instance_id, p.number, p.database, p.fence, p.page, p.step_execution_id
            ), begun as (
                update migrate.batch_step_execution s
                set status = 'STARTED', start_time = :now, last_updated = :now, version = version + 1
                where s.step_execution_id = (select step_execution_id from claimed)
                returning s.step_name
            )
            select claimed.*, begun.step_name, running.execution_id, running.job,
                   coalesce(c.serialized_context, c.short_context) as context
            from claimed, begun, running, migrate.batch_step_execution_context c
            where c.step_execution_id = (select step_execution_id from claimed)
            """;

    static final String ASKED_FOR = CLAIM.formatted("""
            select p.instance_id, p.number from migrate.partition p
            where p.step_execution_id = :stepExecution and p.instance_id = any(:instances)
              and p.state = 'waiting' and p.fresh
              and (p.instance_id, p.database) not in (select instance_id, partition_database from full_up)
            for update skip locked
            """, ALIVE);

    // Any of the runs, so that all of them get on; the first of its partitions. "Nulls first", though there are none,
    // is an
    // order that only the index of the partitions that wait has: whatever the statistics say, none that is done is
    // passed.
    static final String NEXT = CLAIM.formatted("""
            select p.instance_id, p.number
            from (select r.instance_id, r.only_partition, looked.beyond
                  from unnest(:instances::bigint[], :beyond::int[]) looked (instance_id, beyond)
                  join migrate.run r using (instance_id)
                  where r.running and not r.stop and not r.pause
                  order by random()) r
            cross join lateral (
                select p.instance_id, p.number from migrate.partition p
                where p.instance_id = r.instance_id and p.state = 'waiting' and p.fresh and p.number > r.beyond
                  and p.number between coalesce(r.only_partition, 0) and coalesce(r.only_partition, 2147483647)
                  and (p.instance_id, p.database) not in (select instance_id, partition_database from full_up)
                order by p.number nulls first limit 1 for update skip locked
            ) p
            limit 1
            """, ALIVE);

    private ClaimSql() {}
}
