package dev.migrate.job.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The unique, never-null columns by which a table is cut, in order, each with its type as SQL writes it. */
public record Key(List<Column> columns) {

    /**
     * A key column.
     *
     * @param type to which any bound can be cast, so without length or precision: {@code bigint}, {@code varchar}
     */
    public record Column(ColumnName name, String type) {}

    public Key {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a key needs a column");
        }
    }

    /** Whether this is one integer column, so that keys can be computed and not only compared. */
    public boolean isInteger() {
        return columns.size() == 1 && isInteger(columns.get(0));
    }

    private static boolean isInteger(Column column) {
        return List.of("smallint", "integer", "bigint").contains(column.type());
    }

    /** The columns as SQL writes them, for {@code order by} and {@code select}: {@code "a", "b"}. */
    public String quoted() {
        return columns.stream().map(c -> c.name().quoted()).collect(Collectors.joining(", "));
    }

    /** The columns with a row's values, in order, as users meet them: a {@code Long} for an integer column, else the text. */
    public Map<String, Object> named(KeyValue value) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = value.parts().get(i);
            named.put(columns.get(i).name().value(), isInteger(columns.get(i)) ? (Object) Long.valueOf(text) : text);
        }
        return named;
    }

    /** The names as a person writes them: {@code id} or {@code (a, b)}. */
    @Override
    public String toString() {
        String names = columns.stream().map(c -> c.name().value()).collect(Collectors.joining(", "));
        return columns.size() == 1 ? names : "(" + names + ")";
    }
}
