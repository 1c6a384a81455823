package dev.migrate.monitor.partition;

/** How long partitions take, and which of them are slow. */
final class TimedPartitions {

    /** A table expression of a statement over {@code :instance}: beyond how many seconds one is slow, and whether the run is paused. */
    static final String USUAL = """
            usual as materialized (
                select case when count(*) > 0 then greatest(3 * avg(page_ms) / 1000, 10) else 'infinity' end::float8 as most,
                       (select pause from migrate.run where instance_id = :instance) as paused
                from migrate.partition where instance_id = :instance and state = 'done' and page_ms > 0
            )""";

    /**
     * The seconds that the partition {@code p} has taken. The time in which a brake or a pause holds the page in hand is none
     * of the partition's.
     */
    static final String SECONDS = """
            p.page_ms / 1000::float8 + case when p.state = 'claimed' and not usual.paused and not exists (
                select from migrate.braked b
                where b.worker = p.worker and b.instance_id = p.instance_id and b.database = p.database)
            then coalesce(extract(epoch from clock_timestamp() - greatest(p.page_at, p.claimed_at)), 0)::float8 else 0 end""";

    private TimedPartitions() {}
}
