package dev.migrate.type.compare.random;

import java.util.List;

/**
 * A row of both tables, or of one.
 *
 * @param number by which it is known; on both sides the same
 * @param source values in the order of the columns; none if it is not there
 * @param target likewise
 */
record RandomRow(int number, List<Value> source, List<Value> target) {

    RandomRow {
        source = List.copyOf(source);
        target = List.copyOf(target);
    }

    /** What must be found of it; nothing where the two sides agree. */
    String expected(List<RandomColumn> columns) {
        if (target.isEmpty()) {
            return "missing";
        }
        if (source.isEmpty()) {
            return "extra";
        }
        List<String> differing = columns.stream()
                .filter(column -> !source.get(columns.indexOf(column))
                        .id()
                        .equals(target.get(columns.indexOf(column)).id()))
                .map(RandomColumn::name)
                .sorted()
                .toList();
        return differing.isEmpty() ? "" : "different " + differing;
    }
}
