package dev.migrate.table;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.TableShape.Kind;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts one source: in even steps where its ids are dense, else where its rows lie. */
final class CutSource {

    private static final Set<Kind> SAMPLED = EnumSet.of(Kind.TABLE, Kind.PARTITIONED_TABLE, Kind.MATERIALIZED_VIEW);

    /** Up to so many rows are counted rather than estimated. */
    private static final long COUNTED = 100_000;

    /** Up to so many rows are cut exactly rather than by a sample. */
    private static final long EXACT = 1_000_000;

    private final RowSource source;
    private final Tables tables;
    private final Query query;
    private final long tableRows;
    private final long rows;

    private CutSource(RowSource source, Tables tables, Query query, long tableRows, long rows) {
        this.source = source;
        this.tables = tables;
        this.query = query;
        this.tableRows = tableRows;
        this.rows = rows;
    }

    /** Looks how large a source is, and its table, whatever the source's condition. */
    static CutSource measured(RowSource source, Tables tables, Query query) throws SQLException {
        long tableRows = tables.estimate(new RowSource(source.database(), source.table(), source.key(), BoundSql.TRUE));
        long rows = tableRows <= COUNTED ? new Quantiles(source, query).count() : tables.estimate(source);
        return new CutSource(source, tables, query, tableRows, rows);
    }

    /** About how many rows the source has. */
    long rows() {
        return rows;
    }

    /** The keys that end each of so many parts but the last; fewer where there are fewer rows. */
    List<KeyValue> into(int parts) throws SQLException {
        if (parts == 1 || rows == 0) {
            return List.of();
        }
        Optional<EvenSteps> dense = source.key().isInteger() ? steps().filter(s -> s.areDense(rows)) : Optional.empty();
        return dense.isPresent() ? dense.get().cuts((int) Math.min(parts, rows)) : quantiles(parts);
    }

    /** Likewise, each part with the same number of rows. */
    List<KeyValue> exactlyInto(int parts) throws SQLException {
        return parts == 1 || rows == 0 ? List.of() : distinct(new Quantiles(source, query).exact(parts));
    }

    private Optional<EvenSteps> steps() throws SQLException {
        KeyRows keys = new KeyRows(source, query);
        Optional<KeyValue> first = keys.nth(KeyRange.ALL, 1);
        Optional<KeyValue> last = keys.last(KeyRange.ALL);
        return first.flatMap(f -> last.map(l -> EvenSteps.between(f.asLong(), l.asLong())));
    }

    private List<KeyValue> quantiles(int parts) throws SQLException {
        Quantiles quantiles = new Quantiles(source, query);
        Optional<List<KeyValue>> sampled = canBeSampled() ? quantiles.sampled(parts) : Optional.empty();
        return distinct(sampled.isPresent() ? sampled.get() : quantiles.exact(parts));
    }

    private static List<KeyValue> distinct(List<KeyValue> cuts) {
        return cuts.stream().distinct().toList();
    }

    private boolean canBeSampled() throws SQLException {
        return tableRows > EXACT
                && tables.read(source.database(), source.table())
                        .filter(shape -> SAMPLED.contains(shape.kind()))
                        .isPresent();
    }
}
