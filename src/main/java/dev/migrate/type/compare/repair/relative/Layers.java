package dev.migrate.type.compare.repair.relative;

import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.row.Mend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts rows in an order in which each comes after those that have to be before it. Used once, by one thread. */
final class Layers {

    private final Map<KeyValue, Mend> waiting;
    private final Map<KeyValue, Integer> before = new HashMap<>();
    private final Map<KeyValue, List<KeyValue>> after = new HashMap<>();

    Layers(Map<KeyValue, Mend> mends, Iterable<Edge> edges) {
        this.waiting = new LinkedHashMap<>(mends);
        for (Edge edge : edges) {
            if (waiting.containsKey(edge.row()) && waiting.containsKey(edge.before())) {
                before.merge(edge.row(), 1, Integer::sum);
                after.computeIfAbsent(edge.before(), none -> new ArrayList<>()).add(edge.row());
            }
        }
    }

    List<Layer> inOrder() {
        List<Layer> layers = new ArrayList<>();
        List<KeyValue> free = waiting.keySet().stream()
                .filter(key -> !before.containsKey(key))
                .toList();
        while (!free.isEmpty()) {
            layers.add(Layer.of(free.stream().map(waiting::remove).toList()));
            free = free.stream()
                    .flatMap(key -> after.getOrDefault(key, List.of()).stream())
                    .filter(key -> before.merge(key, -1, Integer::sum) == 0)
                    .toList();
        }
        if (!waiting.isEmpty()) {
            layers.add(new Layer(List.copyOf(waiting.values()), true));
        }
        return layers;
    }
}
