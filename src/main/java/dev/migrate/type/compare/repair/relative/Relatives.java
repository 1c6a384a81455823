package dev.migrate.type.compare.repair.relative;

import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.row.ChooseMend;
import dev.migrate.type.compare.repair.row.Look;
import dev.migrate.type.compare.repair.row.Mend;
import dev.migrate.type.compare.row.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that hang together by the table's foreign keys to itself and by what must be unique in it. Used by one thread.
 */
public final class Relatives {

    private static final int MOST = 100_000;

    private final ChooseMend choose;
    private final Dependencies dependencies;
    private final Look look;

    /**
     * Those of one table.
     *
     * @param target seen from the transaction that mends it, with rows that its where leaves out
     */
    public Relatives(ChooseMend choose, List<KeyedTable> sources, KeyedTable target, Look look) {
        this.choose = choose;
        this.dependencies = new Dependencies(choose.table(), sources, target, MOST);
        this.look = look;
    }

    /**
     * The rows and all that have to be mended before them, in layers, each to be mended after the ones before it. Just the rows
     * where too much hangs on them: the target may refuse them then.
     *
     * @param done those that have been mended already
     */
    public List<Layer> inOrder(List<Mend> wanted, Set<KeyValue> done) throws SQLException, InterruptedException {
        if (!choose.table().hasRelatives()) {
            return List.of(Layer.of(wanted));
        }
        try {
            return withRelatives(wanted, done);
        } catch (TooManyRelatives e) {
            return List.of(Layer.of(wanted));
        }
    }

    private List<Layer> withRelatives(List<Mend> wanted, Set<KeyValue> done)
            throws SQLException, InterruptedException, TooManyRelatives {
        Map<KeyValue, Mend> known = new LinkedHashMap<>();
        Set<Edge> edges = new HashSet<>();
        Set<KeyValue> seen = new HashSet<>(done);
        List<Mend> found = wanted;
        while (!found.isEmpty()) {
            found.forEach(mend -> known.put(mend.key(), mend));
            seen.addAll(known.keySet());
            List<Edge> more = dependencies.of(found);
            edges.addAll(more);
            found = mends(
                    more.stream().map(Edge::before).filter(seen::add).distinct().toList());
            if (known.size() > MOST) {
                throw new TooManyRelatives();
            }
        }
        return new Layers(known, edges).inOrder();
    }

    /** A row that is the same on both sides stands in nobody's way, or nothing can be done about it. */
    private List<Mend> mends(List<KeyValue> keys) throws SQLException, InterruptedException {
        List<Mend> mends = new ArrayList<>();
        for (Verdict verdict : look.at(keys).values()) {
            choose.of(verdict).ifPresent(mends::add);
        }
        return mends;
    }
}
