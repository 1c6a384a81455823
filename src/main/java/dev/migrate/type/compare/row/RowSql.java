package dev.migrate.type.compare.row;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what is asked of one table about some of its rows. Immutable. */
public final class RowSql {

    /** So much of a value is shown. */
    static final int SHOWN = 200;

    private final RowSource rows;
    private final RowHash hash;

    public RowSql(RowSource rows, RowHash hash) {
        this.rows = rows;
        this.hash = hash;
    }

    /**
     * The rows of some keys, wherever they lie: {@code here, digests, texts, key...}: whether the row is in the range, and for
     * each column a digest of its canonical text and the beginning of its plain text.
     */
    BoundSql rows(KeyRange range, List<KeyValue> keys) {
        return found(
                keys,
                BoundSql.of("(")
                        .then(KeyPredicate.within(rows.key(), range))
                        .then("), %s, %s".formatted(digests(), array(RowSql::shown))));
    }

    /** One column of the rows of some keys: {@code digest, text, key...}; no text if it has more bytes than that. */
    BoundSql texts(List<KeyValue> keys, int column, int longest) {
        ComparedColumn compared = hash.columns().get(column);
        String text = compared.shown();
        return found(
                keys,
                BoundSql.of("%s, case when octet_length(%s) <= %d then %s end"
                        .formatted(digest(compared), text, longest, text)));
    }

    private BoundSql found(List<KeyValue> keys, BoundSql columns) {
        return BoundSql.of("select found.* from ")
                .then(unnested(keys))
                .then(" cross join lateral (select ")
                .then(columns)
                .then(", " + keyTexts())
                .then(from(BoundSql.of(each(" and ", this::isSought))))
                .then(" offset 0) found");
    }

    /** The keys as rows; each is looked up in the index. */
    private BoundSql unnested(List<KeyValue> keys) {
        String arrays = each(", ", i -> "?::text[]");
        String names = each(", ", i -> "part" + i);
        Object[] arguments = IntStream.range(0, rows.key().columns().size())
                .<Object>mapToObj(
                        i -> keys.stream().map(key -> key.parts().get(i)).toList())
                .toArray();
        return BoundSql.of("unnest(%s) as migrate_key (%s)".formatted(arrays, names), arguments);
    }

    /** By the index; other values may be equal to it there, but have another canonical text. */
    private String isSought(int i) {
        String text = "migrate_key.part" + i;
        return "%s = %s and %s = %s"
                .formatted(
                        column(i).operand(""),
                        column(i).sought(text),
                        hash.key().get(i).text(),
                        text);
    }

    private Key.Column column(int i) {
        return rows.key().columns().get(i);
    }

    private String each(String separator, IntFunction<String> ofKeyColumn) {
        return IntStream.range(0, rows.key().columns().size())
                .mapToObj(ofKeyColumn)
                .collect(Collectors.joining(separator));
    }

    private BoundSql from(BoundSql condition) {
        return BoundSql.of(" from " + rows.table().quoted() + " where ").then(condition.and(rows.where()));
    }

    private String keyTexts() {
        return hash.key().stream().map(ComparedColumn::text).collect(Collectors.joining(", "));
    }

    /** An array that tells the compared columns of a row from those of any other: two rows with the same one are the same. */
    public String digests() {
        return array(RowSql::digest);
    }

    private String array(Function<ComparedColumn, String> expression) {
        return hash.columns().stream().map(expression).collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    private static String digest(ComparedColumn column) {
        return "encode(sha256(convert_to(" + column.text() + ", 'UTF8')), 'hex')";
    }

    private static String shown(ComparedColumn column) {
        return "left(" + column.shown() + ", " + (SHOWN + 1) + ")";
    }
}
