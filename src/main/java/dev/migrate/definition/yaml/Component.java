package dev.migrate.definition.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * A component of a record and the key under which it stands in a file.
 *
 * @param key that of its {@code @Name}, or else its own name with dashes
 * @param inline whether it has no key of its own: those of its own components stand in its place
 * @param nullable whether the constructor takes {@code null} for it, so that it may be left out
 * @param defaults what its {@code @DefaultValue} says, if it has one
 */
record Component(
        String key,
        Type type,
        boolean inline,
        boolean nullable,
        @Nullable List<String> defaults) {

    /** The components of a record, in order. */
    static List<Component> of(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        Parameter[] parameters = constructor(record).getParameters();
        return IntStream.range(0, components.length)
                .mapToObj(i -> of(components[i], parameters[i]))
                .toList();
    }

    /** The keys that stand for a record in a file. */
    static List<Component> keysOf(Class<?> record) {
        return of(record).stream()
                .flatMap(component ->
                        component.inline() ? keysOf((Class<?>) component.type()).stream() : Stream.of(component))
                .toList();
    }

    private static Component of(RecordComponent component, Parameter parameter) {
        DefaultValue defaults = parameter.getAnnotation(DefaultValue.class);
        Name name = parameter.getAnnotation(Name.class);
        return new Component(
                name == null ? DataObjectPropertyName.toDashedForm(component.getName()) : name.value(),
                component.getGenericType(),
                parameter.isAnnotationPresent(Inline.class),
                parameter.getAnnotatedType().isAnnotationPresent(Nullable.class),
                defaults == null ? null : List.of(defaults.value()));
    }

    /** The canonical constructor of a record. */
    static Constructor<?> constructor(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    /** Whether two spellings name one key: {@code page-size}, {@code pageSize} and {@code PAGE_SIZE} do. */
    static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
