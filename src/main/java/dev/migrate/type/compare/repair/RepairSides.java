package dev.migrate.type.compare.repair;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.repair.relative.KeyedTable;
import dev.migrate.type.compare.repair.relative.Relatives;
import dev.migrate.type.compare.repair.row.ChooseMend;
import dev.migrate.type.compare.repair.row.Look;
import dev.migrate.type.compare.repair.row.SourceRows;
import dev.migrate.type.compare.side.BothSides;
import dev.migrate.type.compare.side.Side;
import java.util.List;

/**
 * A table that is to agree with its source, and ways to ask both. Thread-safe.
 *
 * @param sources the tables of the source
 * @param both those and the table
 */
public record RepairSides(RepairedTable table, List<Side> sources, BothSides both) {

    public RepairSides {
        sources = List.copyOf(sources);
    }

    /** Asks the table's database. */
    public Query target() {
        return both.targets().get(0).query();
    }

    public ChooseMend choose() {
        return new ChooseMend(table.table(), table.hash(), table.inserted());
    }

    /** Looks at rows, but sees nothing of what a page's transaction has changed. */
    public Look look() {
        return new Look(both, table.hash());
    }

    /**
     * Looks at rows when they have been written.
     *
     * @param target sees what was written; asked by the calling thread only
     */
    public Look look(Query target) {
        Side written = new Side(table.rows(), target);
        return new Look(new BothSides(sources, List.of(written), Runnable::run), table.hash());
    }

    public SourceRows source() {
        return new SourceRows(sources, table.hash(), table.sourceTypes());
    }

    /**
     * Rows that hang together.
     *
     * @param target sees what was mended before
     */
    public Relatives relatives(Query target) {
        RowSource rows = table.rows();
        RowSource everyRow = new RowSource(rows.database(), rows.table(), rows.key(), BoundSql.TRUE);
        List<KeyedTable> keyed = sources.stream()
                .map(source -> new KeyedTable(source, table.hash(), table.sourceTypes()))
                .toList();
        return new Relatives(
                choose(), keyed, new KeyedTable(new Side(everyRow, target), table.hash(), table.types()), look());
    }
}
