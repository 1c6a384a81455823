package dev.migrate.type.compare.random;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column that both tables have.
 *
 * @param types of the source and of the target, in SQL
 * @param nulls whether there are any
 */
record RandomColumn(String name, ValueType values, List<String> types, boolean nulls) {

    private static final List<String> NAMES =
            List.of("a", "B", "select", "two words", "q\"uote", "über", "x'y", "a.b", "$1", "?", ":p", "😀", "{range}");

    /** Types whose values can be walked along in one order though the other side has another of them. */
    private static final Set<String> WALKED = Set.of("smallint", "integer", "bigint", "numeric", "text", "varchar");

    /** Values of it are what is written. */
    private static final Set<String> JSON = Set.of("json");

    private static final List<ValueType> TYPES = Stream.of(
                    NumberTypes.ALL, TextTypes.ALL, TimeTypes.ALL, ManyValuedTypes.ALL)
            .flatMap(List::stream)
            .toList();

    RandomColumn {
        types = List.copyOf(types);
    }

    /** Any, with a number in its name, so that it has another than the others. */
    static RandomColumn of(int number, boolean key, Random random) {
        List<ValueType> fit = TYPES.stream()
                .filter(type -> !key || type.key() != ValueType.AsKey.NO)
                .toList();
        ValueType values = fit.get(random.nextInt(fit.size()));
        String source = values.name(random);
        String target = random.nextInt(3) == 0 ? values.name(random) : source;
        if (key && !source.equals(target) && !WALKED.containsAll(List.of(source, target))) {
            target = source;
        }
        String name = NAMES.get(random.nextInt(NAMES.size())) + number;
        return new RandomColumn(name, values, List.of(source, target), !key && random.nextInt(3) > 0);
    }

    String quoted() {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A literal of a value of this column; the same on both sides where two of them would be two values. */
    String literal(Value value, boolean key, Random random) {
        boolean alike = key ? values.key() == ValueType.AsKey.WRITTEN_ALIKE : JSON.containsAll(types);
        return alike ? new Value(value.id(), value.written().subList(0, 1)).literal(random) : value.literal(random);
    }

    Value value(Random random) {
        return nulls && random.nextInt(4) == 0 ? Value.NULL : values.value(random);
    }
}
