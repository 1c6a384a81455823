package dev.migrate.definition.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component is when a file does not say: what {@code @DefaultValue} says, an empty list or map, false. */
final class Defaults {

    private Defaults() {}

    static @Nullable YamlValue of(Component component, Place place) {
        List<String> texts = component.defaults();
        Type type = component.type();
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? noKeys(place) : list(texts == null ? List.of() : texts, place);
        }
        if (type == boolean.class && texts == null) {
            return new YamlValue.Scalar(place, "false", false);
        }
        if (texts == null) {
            return null;
        }
        if (texts.isEmpty()) {
            return ((Class<?>) type).isRecord() ? noKeys(place) : null;
        }
        return new YamlValue.Scalar(place, texts.get(0), false);
    }

    private static YamlValue list(List<String> texts, Place place) {
        return new YamlValue.Items(
                place,
                texts.stream()
                        .<YamlValue>map(text -> new YamlValue.Scalar(place, text, false))
                        .toList());
    }

    private static YamlValue noKeys(Place place) {
        return new YamlValue.Keys(place, Map.of());
    }
}
