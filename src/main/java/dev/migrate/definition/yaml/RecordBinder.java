package dev.migrate.definition.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes records of values. What is wrong goes to the mistakes, and the binding goes on, to find the others. */
final class RecordBinder {

    private final Overrides overrides;
    private final ScalarBinder scalars;
    private final Mistakes mistakes;

    RecordBinder(Overrides overrides, ScalarBinder scalars, Mistakes mistakes) {
        this.overrides = overrides;
        this.scalars = scalars;
        this.mistakes = mistakes;
    }

    /** The record, or null if there were mistakes in it. Keys that it does not have are another's affair. */
    @Nullable
    Object record(KeyPath path, Class<?> type, YamlValue.Keys keys) {
        int before = mistakes.count();
        List<Component> components = Component.of(type);
        @Nullable
        Object[] arguments = components.stream()
                .map(component -> component.inline()
                        ? record(path, (Class<?>) component.type(), keys)
                        : component(path.then(component.key()), component, keys))
                .toArray();
        return mistakes.count() == before ? construct(path, type, arguments, keys) : null;
    }

    @Nullable
    Object component(KeyPath path, Component component, YamlValue.Keys around) {
        YamlValue value = given(path, component.type(), around.find(component.key()), around.place());
        return value == null || value instanceof YamlValue.Nothing
                ? absent(path, component, value == null ? around.place() : value.place(), value != null)
                : value(path, component.type(), value);
    }

    private @Nullable YamlValue given(KeyPath path, Type type, @Nullable YamlValue inFile, Place around) {
        if (!takesKeys(type)) {
            return overrides.instead(path, inFile);
        }
        YamlValue value = overrides.within(path, inFile);
        return value == null && isGivenInPart(path, type) ? new YamlValue.Keys(around, Map.of()) : value;
    }

    /** Whether there is a value for a component of a record of which the file knows nothing. */
    private boolean isGivenInPart(KeyPath path, Type type) {
        return type instanceof Class<?> target
                && Component.keysOf(target).stream()
                        .anyMatch(c -> given(path.then(c.key()), c.type(), null, Place.option("")) != null);
    }

    private @Nullable Object absent(KeyPath path, Component component, Place place, boolean named) {
        YamlValue byDefault = Defaults.of(component, place);
        if (byDefault != null) {
            return value(path, component.type(), byDefault);
        }
        if (!component.nullable()) {
            mistakes.add(place, "\"" + path + "\" is " + (named ? "empty" : "missing"));
        }
        return null;
    }

    private @Nullable Object value(KeyPath path, Type type, YamlValue value) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? map(path, generic.getActualTypeArguments()[1], value)
                    : list(path, generic.getActualTypeArguments()[0], value);
        }
        Class<?> target = (Class<?>) type;
        if (value instanceof YamlValue.Keys keys && takesKeys(type)) {
            UnknownKeys.tell(path, keys.unfolded(), Component.keysOf(target), mistakes);
            return record(path, target, keys);
        }
        if (value instanceof YamlValue.Scalar scalar && scalars.canBind(target)) {
            return scalars.bind(path, target, scalar);
        }
        return refuse(path, scalars.canBind(target) ? "a single value" : "keys below it", value);
    }

    private @Nullable Object list(KeyPath path, Type type, YamlValue value) {
        if (value instanceof YamlValue.Scalar) {
            return list(path, type, new YamlValue.Items(value.place(), List.of(value)));
        }
        if (!(value instanceof YamlValue.Items list)) {
            return refuse(path, "a list", value);
        }
        List<YamlValue> items = list.items();
        return IntStream.range(0, items.size())
                .mapToObj(i -> value(path.item(i), type, items.get(i)))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Object map(KeyPath path, Type type, YamlValue value) {
        if (!(value instanceof YamlValue.Keys keys)) {
            return refuse(path, "keys below it", value);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        keys.entries().forEach((key, inFile) -> {
            Object entry = component(path.then(key), new Component(key, type, false, false, List.of()), keys);
            if (entry != null) {
                map.put(key, entry);
            }
        });
        return map;
    }

    private @Nullable Object refuse(KeyPath path, String wanted, YamlValue value) {
        mistakes.add(value.place(), "\"%s\" takes %s, not %s".formatted(path, wanted, value.kind()));
        return null;
    }

    private boolean takesKeys(Type type) {
        return type instanceof ParameterizedType generic
                ? generic.getRawType() == Map.class
                : type instanceof Class<?> target
                        && target.isRecord()
                        && (target.getRecordComponents().length > 1 || !scalars.canBind(target));
    }

    private @Nullable Object construct(KeyPath path, Class<?> type, @Nullable Object[] arguments, YamlValue.Keys keys) {
        try {
            return Component.constructor(type).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong && wrong.getMessage() != null) {
                mistakes.add(placeOf(path, wrong.getMessage(), keys), scalars.redacted(wrong.getMessage()));
                return null;
            }
            throw new IllegalStateException("the constructor of " + type + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be constructed", e);
        }
    }

    /** A sentence that begins with the name of a key is about that key. */
    private Place placeOf(KeyPath path, String sentence, YamlValue.Keys keys) {
        String key = sentence.replaceFirst("(?s)^\\W*([\\w-]*).*", "$1");
        YamlValue inFile = keys.find(key);
        YamlValue about = inFile == null ? null : overrides.instead(path.then(key), inFile);
        return about == null ? keys.place() : about.place();
    }
}
