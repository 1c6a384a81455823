package dev.migrate.type.compare.repair.mend;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.mend.TargetRows.Written;
import dev.migrate.type.compare.repair.relative.Layer;
import dev.migrate.type.compare.repair.row.Mend;
import dev.migrate.type.compare.repair.row.SourceRows;
import dev.migrate.type.compare.repair.row.SourceRows.Values;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.statement.Change;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Mends rows in the transaction of a page, as many at once as can be: what is refused is tried row by row, again and again
 * while that mends any. Used by one thread.
 */
final class Mending {

    // Rows that make way for each other one by one may take as many rounds as there are rows.
    private static final int MOST_ROUNDS = 20;

    private final SourceRows source;
    private final TargetRows target;
    private final Kept kept;
    private final Map<Mend, String> refused = new LinkedHashMap<>();
    private final Set<Mend> mended = new LinkedHashSet<>();
    private final Set<Mend> moved = new LinkedHashSet<>();

    Mending(SourceRows source, TargetRows target, Kept kept) {
        this.source = source;
        this.target = target;
        this.kept = kept;
    }

    /** Those that agree now. */
    Set<Mend> mended() {
        return mended;
    }

    /** Those that were not as they had been found, on either side. */
    Set<Mend> moved() {
        return moved;
    }

    /** Why any other one is as it was. */
    String refusal(Mend mend) {
        return Objects.requireNonNull(refused.get(mend));
    }

    /** Mends rows; those of a layer after those of the layers before it. */
    void mend(List<Layer> layers) throws SQLException, InterruptedException {
        for (Layer layer : Batches.joined(layers)) {
            if (layer.circle()) {
                exchange(layer.mends());
            }
            List<Mend> left = layer.mends().stream()
                    .filter(mend -> !mended.contains(mend))
                    .toList();
            for (List<Mend> alike : Batches.alike(left)) {
                mendAlike(alike);
            }
        }
        mendRefused();
        mendWhereKeysWereTaken();
    }

    /** Rows that hold each other's values can only be mended at once. */
    private void exchange(List<Mend> circle) throws SQLException, InterruptedException {
        List<Mend> different =
                circle.stream().filter(mend -> mend.kind() == Kind.DIFFERENT).toList();
        if (different.isEmpty() || different.size() > Batches.ROWS || !target.canExchange()) {
            return;
        }
        List<TargetColumn> columns = different.stream()
                .flatMap(mend -> mend.columns().stream())
                .distinct()
                .toList();
        Map<Mend, Change> changes = new LinkedHashMap<>();
        for (List<Mend> alike : Batches.alike(different)) {
            changes.putAll(changes(alike, columns));
        }
        target.trial().of(() -> write(changes, target.exchange(columns, List.copyOf(changes.values()))));
    }

    /** What was refused may have had to wait for something that came later. */
    private void mendRefused() throws SQLException, InterruptedException {
        int before = Integer.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && !refused.isEmpty() && refused.size() < before; round++) {
            before = refused.size();
            List<Mend> waiting = new ArrayList<>(refused.keySet());
            // Who waits in a chain does so for the next one.
            Collections.reverse(waiting);
            for (Mend mend : waiting) {
                mendAlike(List.of(mend));
            }
        }
    }

    /** A row may have been there whose key equals that of a missing one, though it is written otherwise, and be gone now. */
    private void mendWhereKeysWereTaken() throws SQLException, InterruptedException {
        List<Mend> missing =
                moved.stream().filter(mend -> mend.kind() == Kind.MISSING).toList();
        missing.forEach(moved::remove);
        for (List<Mend> alike : Batches.alike(missing)) {
            mendAlike(alike);
        }
    }

    private void mendAlike(List<Mend> alike) throws SQLException, InterruptedException {
        if (alike.get(0).kind() == Kind.EXTRA) {
            mendTogether(removals(alike));
            return;
        }
        Map<KeyValue, Long> sizes =
                source.sizes(Batches.source(alike.get(0)), alike.get(0).columns(), keys(alike));
        for (List<Mend> part : Batches.bySize(alike, sizes)) {
            mendTogether(changes(part, part.get(0).columns()));
        }
    }

    private Map<Mend, Change> removals(List<Mend> extra) throws SQLException {
        Set<KeyValue> there = source.there(keys(extra));
        Map<Mend, Change> removals = new LinkedHashMap<>();
        for (Mend mend : extra) {
            if (there.contains(mend.key())) {
                hasMoved(mend);
            } else {
                removals.put(mend, mend.with(List.of()));
            }
        }
        return removals;
    }

    private Map<Mend, Change> changes(List<Mend> part, List<TargetColumn> columns) throws SQLException {
        Map<KeyValue, Values> values = source.values(Batches.source(part.get(0)), columns, keys(part));
        Map<Mend, Change> changes = new LinkedHashMap<>();
        for (Mend mend : part) {
            Values now = values.get(mend.key());
            if (now == null || !now.digests().equals(Kept.wanted(mend))) {
                hasMoved(mend);
            } else {
                changes.put(mend, mend.with(now.texts()));
            }
        }
        return changes;
    }

    private void mendTogether(Map<Mend, Change> changes) throws SQLException, InterruptedException {
        if (changes.isEmpty()) {
            return;
        }
        Mend any = changes.keySet().iterator().next();
        Optional<String> refusal = target.trial()
                .of(() -> write(changes, target.write(any.kind(), any.columns(), List.copyOf(changes.values()))));
        if (refusal.isPresent() && changes.size() > 1) {
            for (Map.Entry<Mend, Change> change : changes.entrySet()) {
                mendTogether(Map.of(change.getKey(), change.getValue()));
            }
        } else if (refusal.isPresent()) {
            changes.keySet().forEach(mend -> refused.put(mend, refusal.get()));
        }
    }

    /** Enters what was written; or returns why not all of it is as it should be. */
    private Optional<String> write(Map<Mend, Change> changes, Map<KeyValue, Written> written)
            throws SQLException, InterruptedException {
        Optional<String> refusal = kept.refusal(changes.keySet(), written);
        if (refusal.isPresent()) {
            return refusal;
        }
        changes.keySet().forEach(mend -> {
            if (written.containsKey(mend.key())) {
                refused.remove(mend);
                mended.add(mend);
            } else {
                hasMoved(mend);
            }
        });
        return Optional.empty();
    }

    private void hasMoved(Mend mend) {
        refused.remove(mend);
        moved.add(mend);
    }

    private static List<KeyValue> keys(List<Mend> mends) {
        return mends.stream().map(Mend::key).toList();
    }
}
