package dev.migrate.type.compare;

import dev.migrate.job.JobRequest;
import dev.migrate.job.Nearest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.ColumnPair;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.Equality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the columns to compare: those named, or all that both sides have; finds every mistake in the choice. */
final class ChooseColumns {

    private final JobRequest request;
    private final CheckedTable source;
    private final CheckedTable target;
    private final Map<ColumnName, Equality> equalities;
    private final List<String> mistakes = new ArrayList<>();

    /** @param equalities of columns whose values may be equal though their texts are not */
    ChooseColumns(JobRequest request, CheckedTable source, CheckedTable target, Map<ColumnName, Equality> equalities) {
        this.request = request;
        this.source = source;
        this.target = target;
        this.equalities = Map.copyOf(equalities);
    }

    /** The key's columns: their canonical texts tell one row from another. */
    List<ComparedColumn> of(Key key) {
        return compared(key.columns().stream().map(Key.Column::name).toList(), "target.key").stream()
                .map(column -> column.orBy(Optional.empty()))
                .toList();
    }

    /** The columns besides the key, in the source's order. */
    List<ComparedColumn> besides(Key key, CompareDefinition definition) {
        Set<ColumnName> keys =
                new HashSet<>(key.columns().stream().map(Key.Column::name).toList());
        checkNames("columns", definition.columns(), true);
        checkNames("exclude", definition.exclude(), false);
        definition.exclude().stream().filter(keys::contains).forEach(this::keyExcluded);
        failOnMistakes();
        List<ColumnName> chosen = definition.columns().isEmpty()
                ? common().stream()
                        .filter(c -> !definition.exclude().contains(c))
                        .toList()
                : common().stream().filter(definition.columns()::contains).toList();
        String path = definition.columns().isEmpty() ? "target.table" : "columns";
        return compared(chosen.stream().filter(c -> !keys.contains(c)).toList(), path);
    }

    /** A sentence for a side with columns that the other one lacks, unless they are excluded. */
    List<String> leftOut(CompareDefinition definition) {
        return definition.columns().isEmpty()
                ? Stream.of(leftOut(source, target, definition), leftOut(target, source, definition))
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    private static List<String> leftOut(CheckedTable one, CheckedTable other, CompareDefinition definition) {
        List<String> only = names(one).stream()
                .filter(c -> other.shape().column(c).isEmpty()
                        && !definition.exclude().contains(c))
                .map(ColumnName::value)
                .toList();
        return only.isEmpty()
                ? List.of()
                : List.of("not compared, because only %s has them: %s".formatted(one, String.join(", ", only)));
    }

    private List<ColumnName> common() {
        return names(source).stream()
                .filter(c -> target.shape().column(c).isPresent())
                .toList();
    }

    private void checkNames(String path, List<ColumnName> names, boolean onBoth) {
        for (int i = 0; i < names.size(); i++) {
            boolean inSource = source.shape().column(names.get(i)).isPresent();
            boolean inTarget = target.shape().column(names.get(i)).isPresent();
            if (onBoth ? !(inSource && inTarget) : !(inSource || inTarget)) {
                CheckedTable lacking = inSource ? target : source;
                add("%s[%d]".formatted(path, i), noColumn(names.get(i), lacking));
            }
        }
    }

    private static String noColumn(ColumnName name, CheckedTable table) {
        List<String> known = names(table).stream().map(ColumnName::value).toList();
        String hint = Nearest.to(name.value(), known)
                .map("; did you mean \"%s\"?"::formatted)
                .orElse("");
        return "there is no column \"%s\" in table %s%s".formatted(name, table, hint);
    }

    private void keyExcluded(ColumnName name) {
        add("exclude", "column \"" + name + "\" belongs to the key, which cannot be excluded");
    }

    private List<ComparedColumn> compared(List<ColumnName> names, String path) {
        List<ComparedColumn> compared = new ArrayList<>();
        for (ColumnName name : names) {
            TableShape.Column one = source.shape().column(name).orElseThrow();
            TableShape.Column other = target.shape().column(name).orElseThrow();
            new ColumnPair(one, other, Optional.ofNullable(equalities.get(name)))
                    .compared()
                    .ifPresentOrElse(compared::add, () -> add(path, incomparable(one, other)));
        }
        failOnMistakes();
        return compared;
    }

    private String incomparable(TableShape.Column one, TableShape.Column other) {
        return "column \"%s\" cannot be compared: it is %s in table %s, but %s in table %s; exclude it, or give a view that converts it"
                .formatted(one.name(), one.type(), source, other.type(), target);
    }

    private void add(String path, String sentence) {
        mistakes.addAll(request.mistake(path, sentence).sentences());
    }

    private void failOnMistakes() {
        if (!mistakes.isEmpty()) {
            throw new UserMistake(mistakes);
        }
    }

    private static List<ColumnName> names(CheckedTable table) {
        return table.shape().columns().stream().map(TableShape.Column::name).toList();
    }
}
