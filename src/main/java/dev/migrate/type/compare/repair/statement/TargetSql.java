package dev.migrate.type.compare.repair.statement;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.repair.shape.SelfReference;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.shape.TargetTable;
import dev.migrate.type.compare.row.RowSql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that change the target, many rows at once: each only where it still is as it was found. Those that
 * write return {@code key..., digests, inside} of what they have written: the digests of the compared columns, and whether the
 * row is one of those that the target's where is for. Immutable.
 */
public final class TargetSql {

    private final RowSource rows;
    private final RowHash hash;
    private final TargetTable table;
    private final String digests;

    public TargetSql(RowSource rows, RowHash hash, TargetTable table) {
        this.rows = rows;
        this.hash = hash;
        this.table = table;
        this.digests = new RowSql(rows, hash).digests();
    }

    /** Adds rows, but for those whose key is there, be it outside of the target's where. */
    public BoundSql insert(List<TargetColumn> columns, List<Change> changes) {
        Rows given = new Rows();
        List<String> values = values(given, columns, changes);
        String there = Rows.each(
                key().columns().size(),
                " and ",
                i -> Rows.equal(key(), i, "migrate_there.", given.add("key" + i, part(changes, i))));
        return BoundSql.of("insert into %s (%s)%s\nselect %s\nfrom "
                        .formatted(name(), names(columns), overriding(columns), String.join(", ", values)))
                .then(given.asTable())
                .then("\nwhere not exists (select from %s as migrate_there where %s)".formatted(name(), there))
                .then(returning());
    }

    /** Gives columns other values. */
    public BoundSql update(List<TargetColumn> columns, List<Change> changes) {
        Rows given = new Rows();
        List<String> values = values(given, columns, changes);
        String set = Rows.each(columns.size(), ", ", i -> columns.get(i).name().quoted() + " = " + values.get(i));
        String asFound = asFound(given, changes);
        return BoundSql.of("update %s\nset %s\nfrom ".formatted(name(), set))
                .then(given.asTable())
                .then("\nwhere ")
                .then(BoundSql.of(asFound).and(rows.where()))
                .then(returning());
    }

    /** Removes rows; none that has children which the server would remove or change with it. Returns the keys. */
    public BoundSql delete(List<Change> changes) {
        Rows given = new Rows();
        String asFound = asFound(given, changes);
        String childless = new Guard(rows, table.references())
                .childless(new TableName(null, rows.table().name()).quoted());
        return BoundSql.of("delete from %s\nusing ".formatted(name()))
                .then(given.asTable())
                .then("\nwhere ")
                .then(BoundSql.of(asFound + childless).and(rows.where()))
                .then("\nreturning " + keyTexts());
    }

    /** Whether nobody notices when a row goes and comes back with the same key in one statement. */
    public boolean canExchange() {
        return table.followers().isEmpty()
                && table.triggers().isEmpty()
                && table.references().stream().noneMatch(SelfReference::acts);
    }

    /** Gives columns other values that must be unique, and that other rows of these have until now. */
    public BoundSql exchange(List<TargetColumn> columns, List<Change> changes) {
        Rows given = new Rows();
        values(given, columns, changes);
        String asFound = asFound(given, changes);
        List<TargetColumn> all =
                table.columns().stream().filter(TargetColumn::isInsertable).toList();
        String values = all.stream().map(c -> exchanged(c, columns)).collect(Collectors.joining(", "));
        // Sorted, so that all are gone before the first one comes back.
        return BoundSql.of("with migrate_gone as (\ndelete from %s\nusing ".formatted(name()))
                .then(given.asTable())
                .then("\nwhere ")
                .then(BoundSql.of(asFound).and(rows.where()))
                .then(
                        "\nreturning %s, migrate_row.*\n)\ninsert into %s (%s)%s\nselect %s\nfrom migrate_gone order by migrate_found"
                                .formatted(names(all), name(), names(all), overriding(all), values))
                .then(returning());
    }

    private static String exchanged(TargetColumn column, List<TargetColumn> columns) {
        int written = columns.indexOf(column);
        return written < 0 ? column.name().quoted() : "migrate_value" + written + "::" + column.type();
    }

    private String asFound(Rows given, List<Change> changes) {
        String keyed =
                given.addKey(key(), hash, changes.stream().map(Change::key).toList());
        String found = given.add(
                "found",
                changes.stream().<@Nullable String>map(c -> array(c.found())).toList());
        return keyed + "\n  and " + digests + " = " + found + "::text[]";
    }

    private static List<String> values(Rows given, List<TargetColumn> columns, List<Change> changes) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> given.add("value" + i, value(changes, i)) + "::"
                        + columns.get(i).type())
                .toList();
    }

    private static List<@Nullable String> value(List<Change> changes, int column) {
        return changes.stream()
                .<@Nullable String>map(c -> c.values().get(column))
                .toList();
    }

    private static List<@Nullable String> part(List<Change> changes, int part) {
        return changes.stream()
                .<@Nullable String>map(c -> c.key().parts().get(part))
                .toList();
    }

    /** As PostgreSQL writes an array. */
    private static String array(List<@Nullable String> texts) {
        return texts.stream()
                .map(text -> text == null ? "NULL" : '"' + text.replaceAll("([\\\\\"])", "\\\\$1") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String overriding(List<TargetColumn> columns) {
        boolean sequence = columns.stream().anyMatch(c -> c.filled() == TargetColumn.Filled.BY_SEQUENCE);
        return sequence ? " overriding system value" : "";
    }

    private BoundSql returning() {
        return BoundSql.of("\nreturning %s, %s, (".formatted(keyTexts(), digests))
                .then(rows.where())
                .then("\n)");
    }

    private String keyTexts() {
        return hash.key().stream().map(ComparedColumn::text).collect(Collectors.joining(", "));
    }

    private static String names(List<TargetColumn> columns) {
        return columns.stream().map(c -> c.name().quoted()).collect(Collectors.joining(", "));
    }

    private String name() {
        return rows.table().quoted();
    }

    private Key key() {
        return rows.key();
    }
}
