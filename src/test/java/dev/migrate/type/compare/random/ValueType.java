package dev.migrate.type.compare.random;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A type, or several that hold the same values.
 *
 * @param names in SQL; columns of any two of them can be compared by value
 * @param key whether and how its values can be keys
 * @param values makes any of them, the nasty ones more often than others
 */
record ValueType(List<String> names, AsKey key, Function<Random, Value> values) {

    /** Whether values can be keys. */
    enum AsKey {
        NO,
        /** Where they are written alike on both sides: by the texts of equal ones they are not known to be equal. */
        WRITTEN_ALIKE,
        YES
    }

    ValueType {
        names = List.copyOf(names);
    }

    static ValueType keys(Function<Random, Value> values, String... names) {
        return new ValueType(List.of(names), AsKey.YES, values);
    }

    static ValueType keysWrittenAlike(Function<Random, Value> values, String... names) {
        return new ValueType(List.of(names), AsKey.WRITTEN_ALIKE, values);
    }

    static ValueType noKeys(Function<Random, Value> values, String... names) {
        return new ValueType(List.of(names), AsKey.NO, values);
    }

    String name(Random random) {
        return names.get(random.nextInt(names.size()));
    }

    Value value(Random random) {
        return values.apply(random);
    }

    /** One of a few values, mostly, or else any. */
    static Function<Random, Value> often(List<Value> few, Function<Random, Value> any) {
        return random -> random.nextInt(3) == 0 ? few.get(random.nextInt(few.size())) : any.apply(random);
    }

    static Function<Random, Value> oneOf(Value... few) {
        return random -> few[random.nextInt(few.length)];
    }
}
