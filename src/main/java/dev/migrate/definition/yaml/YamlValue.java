package dev.migrate.definition.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a file, with its place: for what stands behind a key, that of the key. */
sealed interface YamlValue {

    Place place();

    /** The same value, standing elsewhere. */
    YamlValue at(Place place);

    /** What a reader calls it. */
    String kind();

    /**
     * A single value.
     *
     * @param secret whether a message must not show it
     */
    record Scalar(Place place, String text, boolean secret) implements YamlValue {

        @Override
        public Scalar at(Place elsewhere) {
            return new Scalar(elsewhere, text, secret);
        }

        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** A list. */
    record Items(Place place, List<YamlValue> items) implements YamlValue {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Items at(Place elsewhere) {
            return new Items(elsewhere, items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with something behind each, in the order of the file. */
    record Keys(Place place, Map<String, YamlValue> entries) implements YamlValue {

        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public Keys at(Place elsewhere) {
            return new Keys(elsewhere, entries);
        }

        @Override
        public String kind() {
            return "keys";
        }

        /** What stands behind a key; {@code pageSize} finds {@code page-size}, unless the file has both. */
        @Nullable
        YamlValue find(String key) {
            return entries.containsKey(key)
                    ? entries.get(key)
                    : unfolded().entries.entrySet().stream()
                            .filter(entry -> Component.same(entry.getKey(), key))
                            .findFirst()
                            .map(Map.Entry::getValue)
                            .orElse(null);
        }

        /** These keys with dotted ones unfolded: {@code a.b: 1} becomes {@code a: {b: 1}}. */
        Keys unfolded() {
            Map<String, YamlValue> all = new LinkedHashMap<>();
            entries.forEach((key, value) -> {
                int dot = key.indexOf('.');
                YamlValue inner =
                        dot < 1 ? value : new Keys(value.place(), Map.of(key.substring(dot + 1), value)).unfolded();
                all.merge(dot < 1 ? key : key.substring(0, dot), inner, Keys::joined);
            });
            return new Keys(place, all);
        }

        private static YamlValue joined(YamlValue one, YamlValue other) {
            if (!(one instanceof Keys a && other instanceof Keys b)) {
                return other;
            }
            Map<String, YamlValue> all = new LinkedHashMap<>(a.entries);
            b.entries.forEach((key, value) -> all.merge(key, value, Keys::joined));
            return new Keys(a.place, all);
        }
    }

    /** A key or a dash with nothing behind it. */
    record Nothing(Place place) implements YamlValue {

        @Override
        public Nothing at(Place elsewhere) {
            return new Nothing(elsewhere);
        }

        @Override
        public String kind() {
            return "nothing";
        }
    }
}
