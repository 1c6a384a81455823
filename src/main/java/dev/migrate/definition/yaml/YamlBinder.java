package dev.migrate.definition.yaml;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Binds files to records by their canonical constructors. A component is required unless its constructor parameter is
 * {@code @Nullable} or has a {@code @DefaultValue}, or it is a list, a map or a boolean. A record with a static
 * {@code of(String)}, or of a single text, is made of a single value. A constructor refuses with an IllegalArgumentException
 * whose sentence is told at the record, or at the key whose name it begins with. Thread-safe.
 */
public final class YamlBinder {

    private final ConfigurableEnvironment environment;

    /** A binder that fills {@code ${...}} from the environment. */
    public YamlBinder(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Binds what a file, and above it the environment, say below a key of the outermost level; other keys of that level are
     * left alone.
     *
     * @throws dev.migrate.job.UserMistake with all mistakes
     */
    public <R extends Record> R below(String key, YamlFile file, Class<R> type) {
        Mistakes mistakes = new Mistakes();
        Overrides overrides = Overrides.of(environment, file.path());
        KeyPath path = KeyPath.ROOT.then(key);
        YamlValue.Keys whole = file.root().unfolded();
        Component component = new Component(key, type, false, false, List.of());
        Object bound = binder(overrides, mistakes).component(path, component, whole);
        mistakes.tell();
        return type.cast(Objects.requireNonNull(bound));
    }

    /**
     * Binds two records that share the outermost level of a file, which alone counts.
     *
     * @throws dev.migrate.job.UserMistake with all mistakes, keys that neither has among them
     */
    public <A extends Record, B extends Record, R> R both(
            YamlFile file, Class<A> one, Class<B> other, BiFunction<A, B, R> result) {
        Mistakes mistakes = new Mistakes();
        RecordBinder binder = binder(Overrides.NONE, mistakes);
        List<Component> known = Stream.of(one, other)
                .flatMap(type -> Component.keysOf(type).stream())
                .toList();
        UnknownKeys.tell(KeyPath.ROOT, file.root().unfolded(), known, mistakes);
        Object first = binder.record(KeyPath.ROOT, one, file.root());
        Object second = binder.record(KeyPath.ROOT, other, file.root());
        mistakes.tell();
        return result.apply(one.cast(Objects.requireNonNull(first)), other.cast(Objects.requireNonNull(second)));
    }

    private RecordBinder binder(Overrides overrides, Mistakes mistakes) {
        return new RecordBinder(overrides, new ScalarBinder(environment, mistakes), mistakes);
    }
}
