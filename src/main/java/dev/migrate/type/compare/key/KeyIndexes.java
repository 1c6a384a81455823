package dev.migrate.type.compare.key;

import dev.migrate.database.Databases;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.Key;
import dev.migrate.table.check.CheckedRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the order of the keys costs in each table: little where an index serves it, else a look at the whole table for each
 * page. Thread-safe.
 */
public final class KeyIndexes {

    private final Databases databases;

    public KeyIndexes(Databases databases) {
        this.databases = databases;
    }

    /** Looks which tables have an index that serves the order of their key. */
    public ServedKeys of(List<CheckedRows> tables) {
        Set<CheckedRows> served = tables.stream().filter(this::isServed).collect(Collectors.toSet());
        List<String> notes = tables.stream()
                .map(table -> note(table, served.contains(table)))
                .flatMap(Optional::stream)
                .toList();
        return new ServedKeys(served, notes);
    }

    private boolean isServed(CheckedRows rows) {
        try {
            return new ServedOrder(databases.dataSource(rows.database())).of(rows.rows());
        } catch (SQLException e) {
            throw new UserMistake(
                    "the indexes of table %s cannot be looked at: %s".formatted(rows.table(), e.getMessage()), e);
        }
    }

    /** Nothing where rows are walked along in their natural order by an index. */
    private static Optional<String> note(CheckedRows rows, boolean served) {
        if (!served) {
            return Optional.of(missing(rows));
        }
        return rows.rows().key().isNatural()
                ? Optional.empty()
                : Optional.of("an index of %s serves that order".formatted(rows.table()));
    }

    private static String missing(CheckedRows rows) {
        Key key = rows.rows().key();
        String remedy = new WantedIndex(rows)
                .sql()
                .map("; this mends it: %s"::formatted)
                .orElse("");
        return "no index of %s serves the order of the key %s, so each page reads the whole table, and without page-size a partition is one page%s"
                .formatted(rows.table(), key, remedy);
    }
}
