package dev.migrate.monitor;

import dev.migrate.job.Finding;
import dev.migrate.job.UserMistake;
import dev.migrate.monitor.coverage.Coverage;
import dev.migrate.monitor.coverage.ReadCoverage;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells from the repository what ran and runs, and how far it is. Changes nothing. Thread-safe. */
public final class Explorer {

    private static final int NAMED = 3;

    private final ReadProgress progress;
    private final ReadExecutions executions;
    private final ReadPartitions partitions;
    private final ReadRetries retries;
    private final ReadCoverage coverage;
    private final StreamedRows<Finding> findings;
    private final StreamedRows<SetAside> setAside;

    public Explorer(DataSource repository) {
        JdbcClient client = JdbcClient.create(repository);
        this.progress = new ReadProgress(client);
        this.executions = new ReadExecutions(client);
        this.partitions = new ReadPartitions(client);
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
     * @throws UserMistake if there is no such execution; names the newest ones
     */
    public Progress progress(long execution) {
        return progress.of(execution).orElseThrow(() -> noSuchExecution(execution));
    }

    /** All executions of an instance, the oldest first. */
    public List<ExecutionRecord> history(long instance) {
        return executions.ofInstance(instance);
    }

    /** The first partitions that failed. */
    public List<PartitionState> failedPartitions(long instance, int limit) {
        return partitions.failed(instance, limit);
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

    /** What an instance has covered. */
    public Coverage coverage(long instance) {
        return coverage.of(instance);
    }

    /** The runs that did again what an instance set aside, the oldest first. */
    public List<Retry> retries(long instance) {
        return retries.of(instance);
    }

    private UserMistake noSuchExecution(long execution) {
        List<ExecutionSummary> newest = executions.newest(NAMED);
        String hint = newest.isEmpty()
                ? "nothing has run yet"
                : "the newest are "
                        + newest.stream()
                                .map(e -> e.execution() + " (" + e.job() + ")")
                                .collect(Collectors.joining(", "));
        return new UserMistake("there is no execution " + execution + "; " + hint);
    }
}
