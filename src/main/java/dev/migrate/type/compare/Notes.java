package dev.migrate.type.compare;

import dev.migrate.job.key.ColumnName;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how the columns are compared and which are not. */
record Notes(RowHash hash, CompareDefinition definition) {

    List<String> with(List<String> leftOut) {
        List<String> notes = new ArrayList<>();
        notes.add(how());
        if (!definition.exclude().isEmpty()) {
            String excluded =
                    definition.exclude().stream().map(ColumnName::value).collect(Collectors.joining(", "));
            notes.add("not compared, because excluded: " + excluded);
        }
        notes.addAll(leftOut);
        return notes;
    }

    private String how() {
        List<ComparedColumn> all =
                Stream.concat(hash.key().stream(), hash.columns().stream()).toList();
        if (!hash.typed()) {
            return "compared as text, %s: the two servers do not share PostgreSQL's typed hashes (14 or later)"
                    .formatted(columns(all.size()));
        }
        String asText = all.stream()
                .filter(column -> !column.typed())
                .map(column -> column.name().value())
                .collect(Collectors.joining(", "));
        long typed = all.stream().filter(ComparedColumn::typed).count();
        return "compared by typed hash: " + columns(typed) + (asText.isEmpty() ? "" : "; as text: " + asText);
    }

    private static String columns(long count) {
        return count + (count == 1 ? " column" : " columns");
    }
}
