package dev.migrate.job.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The unique, never-null columns by which a table is cut, in order, each with its type as SQL writes it. */
public record Key(List<Column> columns) {

    /**
     * A key column. Its values are written as texts of what they are ordered by.
     *
     * @param type to which any value can be cast, so without length or precision: {@code bigint}, {@code varchar}
     */
    public record Column(ColumnName name, String type, Ordering ordering) {

        public Column(ColumnName name, String type) {
            this(name, type, Ordering.NATURAL);
        }

        /** What rows are ordered by, as SQL. */
        public String ordered() {
            return ordering.of(name.quoted());
        }

        /** Likewise, of a table that goes by an alias. */
        public String ordered(TableName alias) {
            return ordering.of(alias.quoted() + "." + name.quoted());
        }

        /** A parameter that can be held against what rows are ordered by, as SQL. */
        public String bound() {
            return ordering.bound(type);
        }

        /**
         * The column, as it is held against what is sought.
         *
         * @param prefix that of the table's alias, with its dot; may be empty
         */
        public String operand(String prefix) {
            return ordering.operand(prefix + name.quoted(), type);
        }

        /**
         * What the operand of a row equals if its value is this text; null where no value is. An index of the column serves it.
         *
         * @param text an SQL expression
         */
        public String sought(String text) {
            return ordering.sought(text, type);
        }
    }

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

    /** Whether rows are walked along as the types and collations of the columns have it. */
    public boolean isNatural() {
        return columns.stream().allMatch(column -> column.ordering() == Ordering.NATURAL);
    }

    private static boolean isInteger(Column column) {
        return column.ordering() == Ordering.NATURAL
                && List.of("smallint", "integer", "bigint").contains(column.type());
    }

    /** The columns as SQL writes them, for {@code order by} and {@code select}: {@code "a", "b"}. */
    public String quoted() {
        return columns.stream().map(c -> c.name().quoted()).collect(Collectors.joining(", "));
    }

    /** What rows are ordered by, for {@code order by} and {@code select}: {@code "a", ("b"::text collate "C")}. */
    public String ordered() {
        return columns.stream().map(Column::ordered).collect(Collectors.joining(", "));
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
