package dev.migrate.type.copy;

import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.type.copy.statement.OnConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how the rows travel, and what may surprise whoever copies them page by page. */
record Notes(CopyDefinition definition, List<Route> routes) {

    List<String> all() {
        List<String> notes = new ArrayList<>();
        add(
                notes,
                "copied within the server from",
                routes.stream().filter(Route::within).toList());
        add(
                notes,
                "copied from server to server from",
                routes.stream().filter(route -> !route.within()).toList());
        routes.stream()
                .filter(route -> !route.asText().isEmpty())
                .forEach(route ->
                        notes.add("as text from %s, whose server may not know these types or writes them otherwise: %s"
                                .formatted(route.source(), names(route.asText()))));
        if (routes.stream().anyMatch(Route::within)) {
            notes.add(
                    "a page within the server is counted just before it is copied: of a source in motion it may count other rows than"
                            + " it copies");
        }
        if (definition.target().onConflict() == OnConflict.UPDATE) {
            notes.add(
                    "of two rows for one key of the target, the one in the page that is copied later stays; both in one page are an"
                            + " error");
        }
        if (definition.source().rows().where() != null) {
            notes.add(
                    "the where of the source chooses the rows that are paged and counted; the select copies others too, unless its"
                            + " own where says the same");
        }
        return notes;
    }

    private void add(List<String> notes, String how, List<Route> some) {
        if (!some.isEmpty()) {
            notes.add("%s %s to %s; %s"
                    .formatted(
                            how,
                            some.stream()
                                    .map(Route::source)
                                    .map(DatabaseName::value)
                                    .collect(Collectors.joining(", ")),
                            definition.target().database(),
                            conflict()));
        }
    }

    private String conflict() {
        return switch (definition.target().onConflict()) {
            case ERROR -> "a row whose key is there already is refused";
            case UPDATE -> "a row whose key is there already replaces that one";
            case NOTHING -> "a row whose key is there already is left as it is there";
        };
    }

    private static String names(List<ColumnName> columns) {
        return columns.stream().map(ColumnName::value).collect(Collectors.joining(", "));
    }
}
