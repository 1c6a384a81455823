package dev.migrate.definition.yaml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The keys that lead to a value, outermost first. */
record KeyPath(List<String> steps) {

    static final KeyPath ROOT = new KeyPath(List.of());

    KeyPath {
        steps = List.copyOf(steps);
    }

    KeyPath then(String key) {
        return new KeyPath(Stream.concat(steps.stream(), Stream.of(key)).toList());
    }

    KeyPath item(int index) {
        return then("[" + index + "]");
    }

    String last() {
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
    }

    /** The name by which Spring finds it elsewhere. */
    ConfigurationPropertyName propertyName() {
        ConfigurationPropertyName name = ConfigurationPropertyName.EMPTY;
        for (String step : steps) {
            String plain = step.toLowerCase(Locale.ROOT);
            name = name.append(ConfigurationPropertyName.isValid(plain) ? plain : "[" + step + "]");
        }
        return name;
    }

    /** {@code source.key[1]}. */
    @Override
    public String toString() {
        return String.join(".", steps).replace(".[", "[");
    }
}
