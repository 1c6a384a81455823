package dev.migrate.type.compare.repair.relative;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.row.Mend;
import dev.migrate.type.compare.repair.shape.SelfReference;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.shape.TargetTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rows that have to be mended before others can be: parents that the target lacks, rows that hold a value there that
 * must be unique, children of rows that are to go. Used by one thread.
 */
final class Dependencies {

    private final TargetTable shape;
    private final List<KeyedTable> sources;
    private final KeyedTable target;
    private final int most;

    /**
     * Those of one table.
     *
     * @param target seen from the transaction that mends it, with rows that its where leaves out
     * @param most so many rows are looked for
     */
    Dependencies(TargetTable shape, List<KeyedTable> sources, KeyedTable target, int most) {
        this.shape = shape;
        this.sources = sources;
        this.target = target;
        this.most = most;
    }

    List<Edge> of(List<Mend> mends) throws SQLException, TooManyRelatives {
        List<Edge> edges = new ArrayList<>();
        for (SelfReference reference : shape.references()) {
            if (sources.get(0).has(reference.columns()) && sources.get(0).has(reference.referenced())) {
                edges.addAll(parents(reference, written(mends, reference.columns())));
            }
            edges.addAll(children(reference, gone(mends)));
        }
        for (List<ColumnName> unique : shape.uniqueKeys()) {
            if (sources.get(0).has(unique)) {
                edges.addAll(holders(unique, written(mends, unique)));
            }
        }
        return edges;
    }

    private List<Edge> parents(SelfReference reference, List<KeyValue> keys) throws SQLException, TooManyRelatives {
        Map<KeyValue, List<String>> wanted = ofSource(reference.columns(), keys);
        Set<List<String>> lacked = new HashSet<>(wanted.values());
        lacked.removeAll(target.keys(reference.referenced(), lacked, most).keySet());
        Map<List<String>, Set<KeyValue>> parents = new HashMap<>();
        for (KeyedTable source : sources) {
            parents.putAll(source.keys(reference.referenced(), lacked, most));
        }
        return edges(wanted, parents);
    }

    private List<Edge> holders(List<ColumnName> unique, List<KeyValue> keys) throws SQLException, TooManyRelatives {
        Map<KeyValue, List<String>> wanted = ofSource(unique, keys);
        return edges(wanted, target.keys(unique, new HashSet<>(wanted.values()), most));
    }

    private List<Edge> children(SelfReference reference, List<KeyValue> keys) throws SQLException, TooManyRelatives {
        Map<KeyValue, List<String>> referred = target.values(reference.referenced(), keys);
        return edges(referred, target.keys(reference.columns(), new HashSet<>(referred.values()), most));
    }

    private Map<KeyValue, List<String>> ofSource(List<ColumnName> columns, List<KeyValue> keys) throws SQLException {
        Map<KeyValue, List<String>> values = new HashMap<>();
        for (KeyedTable source : sources) {
            values.putAll(source.values(columns, keys));
        }
        return values;
    }

    private static List<Edge> edges(Map<KeyValue, List<String>> wanted, Map<List<String>, Set<KeyValue>> having) {
        List<Edge> edges = new ArrayList<>();
        wanted.forEach((key, values) -> having.getOrDefault(values, Set.of()).stream()
                .filter(other -> !other.equals(key))
                .forEach(other -> edges.add(new Edge(key, other))));
        return edges;
    }

    /** Those to which one of the columns is given a value. */
    private static List<KeyValue> written(List<Mend> mends, Collection<ColumnName> columns) {
        return mends.stream()
                .filter(mend -> mend.columns().stream().map(TargetColumn::name).anyMatch(columns::contains))
                .map(Mend::key)
                .toList();
    }

    private static List<KeyValue> gone(List<Mend> mends) {
        return mends.stream()
                .filter(mend -> mend.kind() == Kind.EXTRA)
                .map(Mend::key)
                .toList();
    }
}
