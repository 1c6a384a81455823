package dev.migrate.definition.yaml;

import dev.migrate.job.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds keys that nothing reads, which are misspelt more often than not. */
final class UnknownKeys {

    private UnknownKeys() {}

    static void tell(KeyPath path, YamlValue.Keys keys, List<Component> known, Mistakes mistakes) {
        List<String> names = known.stream().map(Component::key).distinct().toList();
        Map<String, YamlValue> seen = new HashMap<>();
        keys.entries().forEach((key, value) -> {
            String name = names.stream()
                    .filter(one -> Component.same(one, key))
                    .findFirst()
                    .orElse(null);
            if (name == null) {
                unknown(path, key, value.place(), names, mistakes);
            } else if (seen.putIfAbsent(name, value) != null) {
                mistakes.add(value.place(), "\"" + path.then(key) + "\" is already there as \"" + name + "\"");
            }
        });
    }

    private static void unknown(KeyPath path, String key, Place place, List<String> names, Mistakes mistakes) {
        if (place.meant()) {
            String hint = Nearest.to(key, names)
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElseGet(() -> "known are " + String.join(", ", names));
            mistakes.add(place, "there is no key \"" + path.then(key) + "\"; " + hint);
        }
    }
}
