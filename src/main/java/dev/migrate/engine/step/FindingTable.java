package dev.migrate.engine.step;

import dev.migrate.job.Finding;
import dev.migrate.job.Partition;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Stores findings, many in one statement, in the transaction in hand. Thread-safe. */
final class FindingTable {

    private static final String INSERT = """
            insert into migrate.finding (instance_id, partition, database, key, kind, rule, columns)
            select :instance, :partition, f.*
            from unnest(:databases, :keys::json[], :kinds, :rules, :columns::json[]) f
            """;

    // A page may have hundreds of thousands, and a statement holds their texts several times over.
    private static final int AT_ONCE = 5_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient repository;

    FindingTable(JdbcClient repository) {
        this.repository = repository;
    }

    void insert(Partition partition, List<Finding> findings) {
        for (int from = 0; from < findings.size(); from += AT_ONCE) {
            insertAtOnce(partition, findings.subList(from, Math.min(from + AT_ONCE, findings.size())));
        }
    }

    private void insertAtOnce(Partition partition, List<Finding> findings) {
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
