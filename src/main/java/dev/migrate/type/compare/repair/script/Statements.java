package dev.migrate.type.compare.repair.script;

import dev.migrate.database.Query;
import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.RepairSides;
import dev.migrate.type.compare.repair.mend.Batches;
import dev.migrate.type.compare.repair.row.Mend;
import dev.migrate.type.compare.repair.row.SourceRows;
import dev.migrate.type.compare.repair.row.SourceRows.Values;
import dev.migrate.type.compare.repair.statement.TableSql;
import dev.migrate.type.compare.side.RowTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a statement for each of some rows, with the values that the source has now. Used by one thread. */
final class Statements {

    /** The row of the target: the digests of its columns, and of all of them together. */
    private record Found(KeyValue key, List<@Nullable String> digests, String together) {}

    private final SourceRows source;
    private final Query target;
    private final TableSql targetSql;
    private final ScriptSql sql;
    private final int keyColumns;

    Statements(RepairSides sides, Query target) {
        this.source = sides.source();
        this.target = target;
        this.targetSql = new TableSql(sides.table().rows(), sides.table().hash());
        this.sql = new ScriptSql(sides.table());
        this.keyColumns = sides.table().hash().key().size();
    }

    void write(List<Mend> mends, Consumer<String> lines) throws SQLException {
        for (List<Mend> alike : Batches.alike(mends)) {
            Map<KeyValue, Long> sizes = alike.get(0).kind() == Kind.EXTRA
                    ? Map.of()
                    : source.sizes(Batches.source(alike.get(0)), alike.get(0).columns(), keys(alike));
            for (List<Mend> part : Batches.bySize(alike, sizes)) {
                writeTogether(part, lines);
            }
        }
    }

    private void writeTogether(List<Mend> part, Consumer<String> lines) throws SQLException {
        Mend any = part.get(0);
        Map<KeyValue, Values> values =
                any.kind() == Kind.EXTRA ? Map.of() : source.values(Batches.source(any), any.columns(), keys(part));
        Map<KeyValue, Found> found = any.kind() == Kind.MISSING ? Map.of() : found(part);
        for (Mend mend : part) {
            lines.accept(statement(mend, values.get(mend.key()), found.get(mend.key())));
        }
    }

    private Map<KeyValue, Found> found(List<Mend> part) throws SQLException {
        Map<KeyValue, Found> found = new HashMap<>();
        for (Found row : target.list(targetSql.values(List.of(sql.digest()), keys(part)), this::found)) {
            found.put(row.key(), row);
        }
        return found;
    }

    private Found found(ResultSet row) throws SQLException {
        List<@Nullable String> digests = RowTexts.list(row, 1);
        return new Found(
                RowTexts.key(row, 3, keyColumns),
                digests,
                Objects.requireNonNull(RowTexts.list(row, 2).get(0)));
    }

    private String statement(Mend mend, @Nullable Values source, @Nullable Found found) {
        boolean sourceMoved = mend.verdict().source() != null
                && (source == null
                        || !source.digests().equals(mend.verdict().source().digests()));
        boolean targetMoved = mend.verdict().target() != null
                && (found == null
                        || !found.digests().equals(mend.verdict().target().digests()));
        if (sourceMoved || targetMoved) {
            return WriteScript.comment(mend.key(), "changed while this was written");
        }
        return switch (mend.kind()) {
            case MISSING -> sql.insert(mend.key(), mend.columns(), texts(source));
            case DIFFERENT -> sql.update(mend.key(), together(found), mend.columns(), texts(source));
            default -> sql.delete(mend.key(), together(found));
        };
    }

    private static List<@Nullable String> texts(@Nullable Values source) {
        return Objects.requireNonNull(source).texts();
    }

    private static String together(@Nullable Found found) {
        return Objects.requireNonNull(found).together();
    }

    private static List<KeyValue> keys(List<Mend> mends) {
        return mends.stream().map(Mend::key).toList();
    }
}
