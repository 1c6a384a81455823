package dev.migrate.type.compare.repair.script;

import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.Ordering;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.repair.RepairedTable;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.statement.Guard;
import dev.migrate.type.compare.row.RowSql;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes statements that change a row each, one a line, only where it still is as it was found. Immutable. */
final class ScriptSql {

    private static final String ROW = "migrate_row";

    private final RepairedTable table;

    ScriptSql(RepairedTable table) {
        this.table = table;
    }

    /** A function, for as long as a session lasts, that tells the compared columns of a row from any others. */
    String digestFunction() {
        String body = "select %s from (select (%s).*) as of_row".formatted(digest(), ROW);
        return "create or replace function pg_temp.migrate_digest(%s %s) returns text language sql as %s;"
                .formatted(ROW, name(), Literal.of(body));
    }

    /** What that function returns, of the row in hand. */
    String digest() {
        return "left(encode(sha256(convert_to((%s)::text, 'UTF8')), 'hex'), 32)"
                .formatted(new RowSql(table.rows(), table.hash()).digests());
    }

    String insert(KeyValue key, List<TargetColumn> columns, List<@Nullable String> values) {
        String names = columns.stream().map(c -> c.name().quoted()).collect(Collectors.joining(", "));
        return "insert into %s (%s)%s select %s where not exists (select from %s as %s where %s);"
                .formatted(
                        name(),
                        names,
                        columns.stream().allMatch(TargetColumn::isUpdatable) ? "" : " overriding system value",
                        each(columns, values, (column, literal) -> literal),
                        name(),
                        ROW,
                        keyed(key));
    }

    String update(KeyValue key, String found, List<TargetColumn> columns, List<@Nullable String> values) {
        return "update %s as %s set %s where %s;"
                .formatted(
                        name(),
                        ROW,
                        each(columns, values, (column, literal) -> column.name().quoted() + " = " + literal),
                        asFound(key, found));
    }

    String delete(KeyValue key, String found) {
        String childless = new Guard(table.rows(), table.table().references())
                .childless(ROW)
                .replace("\n ", "");
        return "delete from %s as %s where %s%s;".formatted(name(), ROW, asFound(key, found), childless);
    }

    private String asFound(KeyValue key, String found) {
        return "%s and pg_temp.migrate_digest(%s) = %s".formatted(keyed(key), ROW, Literal.of(found));
    }

    private String keyed(KeyValue value) {
        List<Key.Column> columns = rows().key().columns();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).operand(ROW + ".") + " = "
                        + sought(columns.get(i), value.parts().get(i)))
                .collect(Collectors.joining(" and "));
    }

    private static String sought(Key.Column column, String text) {
        String literal = Literal.of(text, column.type());
        return column.ordering() == Ordering.NATURAL ? literal : column.sought(literal);
    }

    private static String each(
            List<TargetColumn> columns, List<@Nullable String> values, BiFunction<TargetColumn, String, String> sql) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> sql.apply(
                        columns.get(i), Literal.of(values.get(i), columns.get(i).type())))
                .collect(Collectors.joining(", "));
    }

    private String name() {
        return rows().table().quoted();
    }

    private RowSource rows() {
        return table.rows();
    }
}
