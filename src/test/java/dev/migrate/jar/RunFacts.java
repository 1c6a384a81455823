package dev.migrate.jar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What the repository knows of a run.
 *
 * @param name of its job, if the repository has no other run of it, or the value of its parameter {@code try}
 */
record RunFacts(JdbcClient repository, String name) {

    /** What the StepExecutions of the partitions add up to. */
    record Attempts(long count, long pages, long read) {}

    /**
     * A partition.
     *
     * @param pid of the process that has claimed it; null if none has
     */
    record Part(int number, String state, @Nullable Long pid, long fence, long page) {

        boolean is(String other) {
            return state.equals(other);
        }

        boolean isHeldBy(long process) {
            return is("claimed") && pid != null && pid == process;
        }
    }

    private static final String WITH = """
            with mine as (
                select * from migrate.run where parameters = jsonb_build_object('try', :name) or job = :name
            ), part as (
                select p.* from migrate.partition p join mine using (instance_id)
            ), execution as (
                select e.* from migrate.batch_job_execution e join mine on instance_id = job_instance_id
            ), attempt as (
                select s.* from migrate.batch_step_execution s join execution using (job_execution_id)
                where s.step_name like 'worker:%'
            ), found as (
                select f.* from migrate.finding f join mine using (instance_id)
            )
            """;

    /** The pages that count as done, over all partitions. */
    long pages() {
        return number("select coalesce(sum(page), 0) from part");
    }

    /** The partitions, in their order. */
    List<Part> parts() {
        return query("""
                select p.number, p.state, w.pid, p.fence, p.page from part p left join migrate.worker w on w.id = p.worker
                order by p.number
                """).query(Part.class).list();
    }

    /** One partition. */
    Part part(int number) {
        return parts().get(number - 1);
    }

    /** How many processes have managed it so far. */
    long epoch() {
        return number("select coalesce(max(epoch), 0) from mine");
    }

    /** The partitions that there are. */
    long partitions() {
        return number("select count(*) from part");
    }

    /** How many attempts there were, and the pages and rows that they say they did, all together. */
    Attempts attempts() {
        return query("select count(*) as count, sum(commit_count) as pages, sum(read_count) as read from attempt")
                .query(Attempts.class)
                .single();
    }

    /** The partitions whose last attempt went on where another had left off. */
    long resumed() {
        return number("""
                select count(*) from part join attempt using (step_execution_id)
                where commit_count > 0 and commit_count < page
                """);
    }

    /** The sums of all that is counted. */
    Map<String, Object> ledger() {
        return query("""
                select sum(read)::bigint as read, sum(source_rows)::bigint as source_rows, sum(target_rows)::bigint as target_rows,
                       sum(found)::bigint as found, sum(skipped)::bigint as skipped,
                       sum(failed)::bigint as failed, sum(missing)::bigint as missing, sum(extra)::bigint as extra,
                       sum(different)::bigint as different, count(*) filter (where state = 'done') as done
                from part
                """).query().singleRow();
    }

    /** Each finding, as often as it is stored. */
    List<String> findings() {
        return texts("select concat_ws(' ', database, key, kind, columns) from found order by 1");
    }

    /** The status of each execution, the oldest first. */
    List<String> statuses() {
        return texts("select status from execution order by job_execution_id");
    }

    /** Every row that is about it, whole. */
    List<String> everything() {
        return texts("""
                select mine::text from mine union all select part::text from part
                union all select execution::text from execution union all select attempt::text from attempt
                union all select found::text from found
                order by 1
                """);
    }

    /** The processes that the server takes to be alive, whatever they run. */
    long presences() {
        return number("""
                select count(*) from pg_stat_activity
                where datname = current_database() and application_name = 'migrate presence'
                """);
    }

    private long number(String sql) {
        return query(sql).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return query(sql).query(String.class).list();
    }

    private StatementSpec query(String sql) {
        return repository.sql(WITH + sql).param("name", name);
    }
}
