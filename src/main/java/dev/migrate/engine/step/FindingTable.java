package dev.migrate.engine.step;

import dev.migrate.job.Finding;
import dev.migrate.job.Partition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores findings of a partition, many in one statement, in the transaction in hand, until the run has as many as it may.
 * Pages that are committed at the same moment do not see each other's, so a few pages' more may be stored. Used by one
 * thread.
 */
final class FindingTable {

    private static final String INSERT = """
            insert into migrate.finding (instance_id, partition, database, key, kind, rule, columns)
            select :instance, :partition, f.*
            from unnest(:databases, :keys::json[], :kinds, :rules, :columns::json[]) f
            """;

    private static final String STORED =
            "select coalesce(sum(stored), 0)::bigint from migrate.partition where instance_id = :instance";

    // A page may have hundreds of thousands, and a statement holds their texts several times over.
    private static final int AT_ONCE = 5_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient repository;
    private final Partition partition;
    private final long most;
    private boolean full;

    /** @param most how many of the whole run are stored */
    FindingTable(JdbcClient repository, Partition partition, long most) {
        this.repository = repository;
        this.partition = partition;
        this.most = most;
    }

    /** The first of them, as many as there is room for. */
    List<Finding> fitting(List<Finding> findings) {
        if (findings.isEmpty() || full) {
            return List.of();
        }
        long room = Math.max(0, most - stored());
        full = room == 0;
        return findings.subList(0, (int) Math.min(room, findings.size()));
    }

    private long stored() {
        return repository
                .sql(STORED)
                .param("instance", partition.instance())
                .query(Long.class)
                .single();
    }

    void insert(List<Finding> findings) {
        for (int from = 0; from < findings.size(); from += AT_ONCE) {
            insertAtOnce(findings.subList(from, Math.min(from + AT_ONCE, findings.size())));
        }
    }

    private void insertAtOnce(List<Finding> findings) {
        repository
                .sql(INSERT)
                .param("instance", partition.instance())
                .param("partition", partition.number())
                .param("databases", each(findings, f -> f.database().value()))
                .param("keys", each(findings, f -> JSON.writeValueAsString(f.key())))
                .param("kinds", each(findings, f -> f.kind().word()))
                .param("rules", each(findings, Finding::rule))
                .param("columns", each(findings, f -> JSON.writeValueAsString(f.columns())))
                .update();
    }

    private static @Nullable String[] each(List<Finding> findings, Function<Finding, @Nullable String> part) {
        return findings.stream().map(part).toArray(String[]::new);
    }
}
