package dev.migrate.type.compare.repair.statement;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.row.RowSql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what is asked of a table about rows by their keys. Immutable. */
public final class TableSql {

    private final RowSource rows;
    private final RowHash hash;

    public TableSql(RowSource rows, RowHash hash) {
        this.rows = rows;
        this.hash = hash;
    }

    /** How many bytes some texts have in the rows that there are: {@code size, key...}. */
    public BoundSql sizes(List<String> texts, List<KeyValue> keys) {
        String size = texts.stream()
                .map(text -> " + coalesce(octet_length(" + text + "), 0)::bigint")
                .collect(Collectors.joining("", "0", ""));
        return of(size, keys);
    }

    /** The digests of the compared columns and some texts: {@code digests, texts, key...}. */
    public BoundSql values(List<String> texts, List<KeyValue> keys) {
        return of(new RowSql(rows, hash).digests() + ", " + array(texts), keys);
    }

    /** Some texts: {@code texts, key...}. */
    public BoundSql texts(List<String> texts, List<KeyValue> keys) {
        return of(array(texts), keys);
    }

    /**
     * The keys of rows that have certain values: {@code number, key...}, the number being that of the values.
     *
     * @param types of the columns, as SQL writes them
     * @param values of the columns, without nulls
     */
    public BoundSql keysWith(List<ColumnName> columns, List<String> types, List<List<String>> values, long most) {
        Rows given = new Rows();
        String number = given.add(
                "number",
                IntStream.range(0, values.size()).mapToObj(Integer::toString).toList());
        String equal = Rows.each(columns.size(), " and ", i -> {
            String value =
                    given.add("value" + i, values.stream().map(v -> v.get(i)).toList());
            return columns.get(i).quoted() + " = " + value + "::" + types.get(i);
        });
        return BoundSql.of("select %s::int, found.* from ".formatted(number))
                .then(given.asTable())
                .then(" cross join lateral (select %s from %s where "
                        .formatted(keyTexts(), rows.table().quoted()))
                .then(BoundSql.of(equal).and(rows.where()))
                .then(BoundSql.of(" offset 0) found limit ?", most));
    }

    private BoundSql of(String wanted, List<KeyValue> keys) {
        Rows given = new Rows();
        String keyed = given.addKey(rows.key(), hash, keys);
        return BoundSql.of("select found.* from ")
                .then(given.asTable())
                .then(" cross join lateral (select %s, %s from %s where "
                        .formatted(wanted, keyTexts(), rows.table().quoted()))
                .then(BoundSql.of(keyed).and(rows.where()))
                .then(" offset 0) found");
    }

    private String keyTexts() {
        return hash.key().stream().map(ComparedColumn::text).collect(Collectors.joining(", "));
    }

    private static String array(List<String> texts) {
        return "array[" + String.join(", ", texts) + "]::text[]";
    }

    /** A column's value as text. */
    public static String text(ColumnName column) {
        return column.quoted() + "::text";
    }
}
