package dev.migrate.type.compare.key;

import dev.migrate.job.key.Key;
import dev.migrate.job.key.Ordering;
import dev.migrate.table.TableShape;
import dev.migrate.table.TableShape.Kind;
import dev.migrate.table.check.CheckedRows;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The index that would serve the order of a table's key. */
record WantedIndex(CheckedRows rows) {

    private static final Set<Kind> INDEXED = EnumSet.of(Kind.TABLE, Kind.PARTITIONED_TABLE, Kind.MATERIALIZED_VIEW);

    /** How to make it; empty where that is not possible. */
    Optional<String> sql() {
        return isPossible()
                ? Optional.of("create index on %s (%s)"
                        .formatted(
                                rows.rows().table().quoted(),
                                key().columns().stream().map(this::expression).collect(Collectors.joining(", "))))
                : Optional.empty();
    }

    /** The text of an enum may change, as far as a server knows, and is in no index. */
    private boolean isPossible() {
        return INDEXED.contains(rows.table().shape().kind())
                && key().columns().stream().noneMatch(column -> column.ordering() == Ordering.LABELS);
    }

    private String expression(Key.Column column) {
        return column.ordering() == Ordering.BYTES && isText(column)
                ? column.name().quoted() + " collate \"C\""
                : column.ordered();
    }

    private boolean isText(Key.Column column) {
        TableShape.Column shape = rows.table().shape().column(column.name()).orElseThrow();
        return Set.of("text", "varchar").contains(shape.base());
    }

    private Key key() {
        return rows.rows().key();
    }
}
