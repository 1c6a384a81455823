package dev.migrate.type.compare.repair.mend;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.relative.Layer;
import dev.migrate.type.compare.repair.row.Mend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts together what one statement can do. */
public final class Batches {

    /** So many bytes of values are in memory at once, or one row. */
    private static final long BYTES = 8_000_000;

    static final int ROWS = 500;

    private Batches() {}

    /** Layers one after another of nothing but new rows are one: it is after a statement that foreign keys are checked. */
    static List<Layer> joined(List<Layer> layers) {
        List<Layer> joined = new ArrayList<>();
        List<Mend> fresh = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.mends().stream().allMatch(mend -> mend.kind() == Kind.MISSING)) {
                fresh.addAll(layer.mends());
            } else {
                addTo(joined, fresh);
                joined.add(layer);
                fresh = new ArrayList<>();
            }
        }
        addTo(joined, fresh);
        return joined;
    }

    private static void addTo(List<Layer> layers, List<Mend> mends) {
        if (!mends.isEmpty()) {
            layers.add(Layer.of(mends));
        }
    }

    /** Rows that are written alike and come from the same table: those to insert first, then those to update, then to delete. */
    public static List<List<Mend>> alike(List<Mend> mends) {
        Map<Object, List<Mend>> alike = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.MISSING, Kind.DIFFERENT, Kind.EXTRA)) {
            mends.stream()
                    .filter(mend -> mend.kind() == kind)
                    .forEach(mend -> alike.computeIfAbsent(
                                    List.of(kind, mend.columns(), from(mend)), none -> new ArrayList<>())
                            .add(mend));
        }
        return List.copyOf(alike.values());
    }

    private static Object from(Mend mend) {
        return mend.kind() == Kind.EXTRA ? "" : source(mend);
    }

    /** The database where the source has the row. */
    public static DatabaseName source(Mend mend) {
        return Objects.requireNonNull(mend.verdict().source()).database();
    }

    /** Cut so that no part has many bytes, unless it is a single row. */
    public static List<List<Mend>> bySize(List<Mend> mends, Map<KeyValue, Long> sizes) {
        List<List<Mend>> parts = new ArrayList<>();
        List<Mend> part = new ArrayList<>();
        long bytes = 0;
        for (Mend mend : mends) {
            bytes += sizes.getOrDefault(mend.key(), 0L);
            if (part.size() == ROWS || (bytes > BYTES && !part.isEmpty())) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = sizes.getOrDefault(mend.key(), 0L);
            }
            part.add(mend);
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
