package dev.migrate.type.compare.hash;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.TableName;
import dev.migrate.table.TableShape;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Finds out how a column sorts: a range of keys must mean the same rows on both sides. Thread-safe. */
public final class OrderProbe {

    /** Texts that collations are known to disagree about. */
    private static final List<String> TRICKY = List.of(
            "a", "A", "b", "B", "z", "Z", "aa", "ab", "a b", "a-b", "a_b", "a.b", "-a", " a", "_a", "1", "2", "10",
            "1a", "ch", "cz", "ll", "lz", "ss", "st", "e", "f", "i", "n", "o", "~", "!", "@", "[", "{", "'", "é", "É",
            "ä", "ö", "ß", "å", "ø", "æ", "ñ", "ı", "İ", "я", "а", "中", "文", "😀", "ﬀ");

    private final Databases databases;

    public OrderProbe(Databases databases) {
        this.databases = databases;
    }

    /**
     * What tells the column's order from another one: a sample of texts in its collation's order, the labels of an enum;
     * nothing for types that have one order everywhere.
     */
    public List<String> order(DatabaseName database, TableName table, TableShape.Column column) throws SQLException {
        return switch (TypeFamily.of(column)) {
            case CHARACTERS -> list(database, sorted(table, column.name(), texts(database)));
            case ENUM -> list(database, labels(table, column.name()));
            default -> List.of();
        };
    }

    private List<String> list(DatabaseName database, BoundSql query) throws SQLException {
        return new Query(databases.dataSource(database)).list(query, row -> row.getString(1));
    }

    /** Those that the database can store. */
    private List<String> texts(DatabaseName database) throws SQLException {
        boolean all = list(database, BoundSql.of("show server_encoding")).contains("UTF8");
        return TRICKY.stream()
                .filter(text -> all || StandardCharsets.US_ASCII.newEncoder().canEncode(text))
                .toList();
    }

    private static BoundSql sorted(TableName table, ColumnName column, List<String> texts) {
        // In a union, the column's collation prevails over the parameter's.
        String sql =
                "select word from (select %s::text as word from %s where false union all select unnest(?::text[])) words order by word";
        return BoundSql.of(sql.formatted(column.quoted(), table.quoted()), texts);
    }

    private static BoundSql labels(TableName table, ColumnName column) {
        return BoundSql.of("select unnest(enum_range((select %s from %s where false)))::text"
                .formatted(column.quoted(), table.quoted()));
    }
}
