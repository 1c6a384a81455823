package dev.migrate.type.compare;

import dev.migrate.job.key.ColumnName;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.HashChoice;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.row.Recheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how the columns are compared and which are not. */
record Notes(RowHash hash, HashChoice choice, CompareDefinition definition) {

    List<String> with(List<String> leftOut) {
        List<String> notes = new ArrayList<>();
        notes.add(how());
        if (!definition.exclude().isEmpty()) {
            String excluded =
                    definition.exclude().stream().map(ColumnName::value).collect(Collectors.joining(", "));
            notes.add("not compared, because excluded: " + excluded);
        }
        notes.addAll(leftOut);
        Recheck recheck = definition.rechecks();
        if (recheck.attempts() > 0) {
            notes.add(recheck.toString());
        }
        return notes;
    }

    private String how() {
        List<ComparedColumn> all =
                Stream.concat(hash.key().stream(), hash.columns().stream()).toList();
        String byValue = names(
                "; as text, then by value: ", all, column -> column.equality().isPresent());
        return switch (choice.way()) {
            case TYPED ->
                "compared by typed hash: " + columns(typed(all)) + names("; as text: ", all, Notes::isText) + byValue;
            case TEXT -> "compared as text, %s, because %s".formatted(columns(all.size()), choice.why()) + byValue;
            case DIGEST ->
                "compared by digests of the text, %s, because %s".formatted(columns(all.size()), choice.why())
                        + byValue;
        };
    }

    private static long typed(List<ComparedColumn> all) {
        return all.stream().filter(ComparedColumn::typed).count();
    }

    private static boolean isText(ComparedColumn column) {
        return !column.typed() && column.equality().isEmpty();
    }

    private static String names(String before, List<ComparedColumn> all, Predicate<ComparedColumn> which) {
        String names =
                all.stream().filter(which).map(column -> column.name().value()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : before + names;
    }

    private static String columns(long count) {
        return count + (count == 1 ? " column" : " columns");
    }
}
