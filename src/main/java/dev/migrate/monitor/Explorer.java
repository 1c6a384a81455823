package dev.migrate.monitor;

import dev.migrate.database.repository.NoSuchExecution;
import dev.migrate.job.Finding;
import dev.migrate.monitor.coverage.Coverage;
import dev.migrate.monitor.coverage.ReadCoverage;
import dev.migrate.monitor.history.ExecutionRecord;
import dev.migrate.monitor.history.ExecutionSummary;
import dev.migrate.monitor.history.LogEntry;
import dev.migrate.monitor.history.ReadExecutions;
import dev.migrate.monitor.history.ReadLog;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.partition.ReadPartitions;
import dev.migrate.monitor.partition.SlowPartition;
import dev.migrate.monitor.row.Numbered;
import dev.migrate.monitor.row.ReadFindings;
import dev.migrate.monitor.row.ReadRetries;
import dev.migrate.monitor.row.ReadSetAside;
import dev.migrate.monitor.row.Retry;
import dev.migrate.monitor.row.SetAside;
import dev.migrate.monitor.row.StreamedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells from the repository what ran and runs, and how far it is. Changes nothing. Thread-safe. */
public final class Explorer {

    private final JdbcClient client;
    private final ReadProgress progress;
    private final ReadExecutions executions;
    private final ReadPartitions partitions;
    private final ReadLog log;
    private final ReadRetries retries;
    private final ReadCoverage coverage;
    private final StreamedRows<Finding> findings;
    private final StreamedRows<SetAside> setAside;

    public Explorer(DataSource repository) {
        this.client = JdbcClient.create(repository);
        this.progress = new ReadProgress(client);
        this.executions = new ReadExecutions(client);
        this.partitions = new ReadPartitions(client);
        this.log = new ReadLog(client);
        this.retries = new ReadRetries(client);
        this.coverage = new ReadCoverage(client);
        this.findings = ReadFindings.of(repository);
        this.setAside = ReadSetAside.of(repository);
    }

    /** The newest executions of all jobs, the newest first. */
    public List<ExecutionSummary> executions(int limit) {
        return executions.newest(limit);
    }

    /**
     * Where the instance of an execution stands now.
     *
     * @throws dev.migrate.job.UserMistake if there is no such execution; names the newest ones
     */
    public Progress progress(long execution) {
        return progress.of(execution).orElseThrow(() -> NoSuchExecution.of(execution, client));
    }

    /** All executions of an instance, the oldest first. */
    public List<ExecutionRecord> history(long instance) {
        return executions.ofInstance(instance);
    }

    /** When executions of an instance began and ended, and what was asked of them by hand: the oldest first. */
    public List<LogEntry> log(long instance) {
        return log.of(instance);
    }

    /** The first partitions that failed. */
    public List<PartitionState> failedPartitions(long instance, int limit) {
        return partitions.failed(instance, limit);
    }

    /** The partitions that took the longest so far: first what is slow and still in hand. */
    public List<SlowPartition> slowestPartitions(long instance, int limit) {
        return partitions.slowest(instance, limit);
    }

    /** Partitions in the order of their numbers, those beyond a number. */
    public List<PartitionState> partitions(long instance, int beyond, int limit) {
        return partitions.after(instance, beyond, limit);
    }

    /** The first findings of an instance, in the order of partitions and keys. */
    public List<Finding> firstFindings(long instance, int limit) throws SQLException {
        List<Finding> first = new ArrayList<>();
        findings.of(instance, limit, first::add);
        return first;
    }

    /** Hands over all findings of an instance, in the same order, for as long as the reader says that it wants more. */
    public void findings(long instance, Predicate<Finding> reader) throws SQLException {
        findings.of(instance, Long.MAX_VALUE, reader);
    }

    /** Findings beyond an id, in the order in which they were stored. */
    public List<Numbered<Finding>> findings(long instance, long afterId, int limit) {
        return ReadFindings.after(client, instance, afterId, limit);
    }

    /** The first rows that an instance set aside, in the order of partitions and keys. */
    public List<SetAside> firstSetAside(long instance, int limit) throws SQLException {
        List<SetAside> first = new ArrayList<>();
        setAside.of(instance, limit, first::add);
        return first;
    }

    /** Hands over all rows that an instance set aside, in the same order, for as long as the reader wants more. */
    public void setAside(long instance, Predicate<SetAside> reader) throws SQLException {
        setAside.of(instance, Long.MAX_VALUE, reader);
    }

    /** Rows set aside beyond an id, in the order in which that was stored. */
    public List<Numbered<SetAside>> setAside(long instance, long afterId, int limit) {
        return ReadSetAside.after(client, instance, afterId, limit);
    }

    /** What an instance has covered. */
    public Coverage coverage(long instance) {
        return coverage.of(instance);
    }

    /** The runs that did again what an instance set aside, the oldest first. */
    public List<Retry> retries(long instance) {
        return retries.of(instance);
    }
}
