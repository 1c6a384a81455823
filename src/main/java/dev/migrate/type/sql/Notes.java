package dev.migrate.type.sql;

import dev.migrate.definition.sql.SqlTemplate;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what may surprise whoever runs a statement page by page. */
record Notes(SqlDefinition definition, SqlTemplate statement, List<SqlPage> pages) {

    List<String> all() {
        List<String> notes = new ArrayList<>();
        if (!keysSet().isEmpty()) {
            notes.add(
                    "the statement sets %s of the key: a row whose key changes may move to another page, and be worked on twice or not at all"
                            .formatted(keysSet()));
        }
        if (definition.source().where() != null) {
            notes.add(
                    "the where of the source chooses the rows that are paged and counted; the statement changes others too,"
                            + " unless its own where says the same");
        }
        if (pages.stream().noneMatch(SqlPage::changesRows)) {
            notes.add(
                    "the statement itself changes no rows: what its functions and subqueries change is not counted as written");
        }
        return notes;
    }

    private String keysSet() {
        RowSource rows = pages.get(0).sql().rows();
        Set<ColumnName> set = statement.setsIn(rows.table());
        return rows.key().columns().stream()
                .map(Key.Column::name)
                .filter(set::contains)
                .map(ColumnName::value)
                .collect(Collectors.joining(", "));
    }
}
