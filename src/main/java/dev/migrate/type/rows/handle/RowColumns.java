package dev.migrate.type.rows.handle;

import dev.migrate.job.Nearest;
import dev.migrate.table.TableShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a row are found. Immutable. */
final class RowColumns {

    private final List<TableShape.Column> columns;
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int before;

    /** @param before how many other columns come first */
    RowColumns(List<TableShape.Column> columns, int before) {
        this.columns = List.copyOf(columns);
        this.names = columns.stream().map(column -> column.name().value()).toList();
        this.before = before;
        names.forEach(name -> numbers.put(name, before + numbers.size() + 1));
    }

    List<String> names() {
        return names;
    }

    /** The number of a column in the result, from 1. */
    int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw unknown(name);
        }
        return number;
    }

    /** The name of a column's type in the catalog, under any domain: {@code int8}, {@code _text}. */
    String type(int number) {
        return columns.get(number - before - 1).base();
    }

    private IllegalArgumentException unknown(String name) {
        String hint = Nearest.to(name, names)
                .map("; did you mean \"%s\"?"::formatted)
                .orElseGet(() -> "; there are " + String.join(", ", names));
        return new IllegalArgumentException("the row has no column \"%s\"%s".formatted(name, hint));
    }
}
