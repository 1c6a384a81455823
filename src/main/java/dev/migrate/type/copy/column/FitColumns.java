package dev.migrate.type.copy.column;

import dev.migrate.job.JobRequest;
import dev.migrate.job.Nearest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckedTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the columns to copy: those named, or all that the select has; finds every mistake in the choice. */
public final class FitColumns {

    private static final String SELECT = "source.select";

    private final JobRequest request;
    private final CheckedTable target;
    private final List<String> mistakes = new ArrayList<>();

    public FitColumns(JobRequest request, CheckedTable target) {
        this.request = request;
        this.target = target;
    }

    /**
     * The columns of the target that are filled, in the order of the select.
     *
     * @param selected the select's columns
     * @param chosen which ones of them are copied; empty for all
     * @param required columns of the target that every row must give
     * @param key columns of the target by which a row is known to be there already
     * @throws UserMistake if the select has other columns than the target needs
     */
    public List<TableShape.Column> of(
            List<ColumnName> selected, List<ColumnName> chosen, List<ColumnName> required, List<ColumnName> key) {
        checkDistinct(selected);
        checkSelected(selected, chosen);
        List<ColumnName> copied = chosen.isEmpty()
                ? selected
                : selected.stream().filter(chosen::contains).toList();
        copied.forEach(this::checkTakes);
        required.stream().filter(name -> !copied.contains(name)).forEach(this::missing);
        key.stream()
                .filter(name -> !copied.contains(name) && !required.contains(name))
                .forEach(this::missingKey);
        if (copied.isEmpty()) {
            add(SELECT, "the select has no columns; name those that table %s shall get".formatted(target));
        }
        failOnMistakes();
        return copied.stream()
                .map(name -> target.shape().column(name).orElseThrow())
                .toList();
    }

    private void checkDistinct(List<ColumnName> selected) {
        Set<ColumnName> seen = new HashSet<>();
        selected.stream()
                .filter(name -> !seen.add(name))
                .distinct()
                .forEach(name -> add(
                        SELECT,
                        "the select has two columns named \"%s\"; give each a name of its own with as"
                                .formatted(name)));
    }

    private void checkSelected(List<ColumnName> selected, List<ColumnName> chosen) {
        for (int i = 0; i < chosen.size(); i++) {
            if (!selected.contains(chosen.get(i))) {
                add(
                        "target.columns[%d]".formatted(i),
                        "the select has no column \"%s\"%s".formatted(chosen.get(i), hint(chosen.get(i), selected)));
            }
        }
    }

    private void checkTakes(ColumnName name) {
        target.shape()
                .column(name)
                .ifPresentOrElse(
                        column -> {
                            if (column.generated()) {
                                add(
                                        SELECT,
                                        "column \"%s\" of table %s is computed by the server; leave it out of the select"
                                                .formatted(name, target));
                            }
                        },
                        () -> add(SELECT, noColumn(name)));
    }

    private String noColumn(ColumnName name) {
        List<ColumnName> known =
                target.shape().columns().stream().map(TableShape.Column::name).toList();
        return name.value().equals("?column?")
                ? "the select has a column without a name; name it with as, like the column of table %s that it is for"
                        .formatted(target)
                : "table %s has no column \"%s\", which the select gives%s".formatted(target, name, hint(name, known));
    }

    private void missing(ColumnName name) {
        add(
                SELECT,
                "table %s needs a value for column \"%s\", which is not null and has no default; have the select give one"
                        .formatted(target, name));
    }

    private void missingKey(ColumnName name) {
        add(
                SELECT,
                "the select has no column \"%s\", by which rows that are in table %s already are known; add it"
                        .formatted(name, target));
    }

    private static String hint(ColumnName name, List<ColumnName> known) {
        return Nearest.to(name.value(), known.stream().map(ColumnName::value).toList())
                .map("; did you mean \"%s\"?"::formatted)
                .orElse("; leave it out");
    }

    private void add(String path, String sentence) {
        mistakes.addAll(request.mistake(path, sentence).sentences());
    }

    private void failOnMistakes() {
        if (!mistakes.isEmpty()) {
            throw new UserMistake(mistakes);
        }
    }
}
