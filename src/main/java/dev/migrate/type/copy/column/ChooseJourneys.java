package dev.migrate.type.copy.column;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.table.TableShape;
import dev.migrate.type.copy.statement.CopiedColumn;
import dev.migrate.type.copy.statement.CopiedColumn.Travel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses how values get from one server to another, column by column. Thread-safe.
 *
 * @param source asks the server that has the rows
 * @param target asks the one that gets them
 */
public record ChooseJourneys(Query source, Query target) {

    /** A column, and a type that the target knows: if it takes that one, it takes what the select gives. */
    private record Fitting(CopiedColumn column, String type) {}

    /**
     * What was chosen.
     *
     * @param sample a row of nulls of the types that come: for the target to judge whether it would take such rows
     */
    public record Choice(List<CopiedColumn> columns, BoundSql sample) {

        public Choice {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Chooses for the columns of the target that a select gives.
     *
     * @param select with at least these columns
     */
    public Choice of(BoundSql select, List<TableShape.Column> columns) throws SQLException {
        List<ColumnName> names = columns.stream().map(TableShape.Column::name).toList();
        List<SelectedColumn> selected = new SelectedTypes(source).of(select, names);
        Set<String> knownToSource = new KnownTypes(source)
                .among(columns.stream()
                        .flatMap(column -> Stream.of(column.type(), Journey.wire(column)))
                        .toList());
        Set<String> knownToTarget = new KnownTypes(target)
                .among(selected.stream().map(SelectedColumn::type).toList());
        List<Fitting> fitting = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            CopiedColumn column = new Journey(knownToSource).to(columns.get(i));
            String given = selected.get(i).type();
            String judged = knownToTarget.contains(given) ? given : "pg_catalog.text";
            // Nobody can cast to a type that the source does not know: any text may turn out to be one.
            boolean free = column.travel() != Travel.BINARY && !knownToSource.contains(column.type());
            fitting.add(new Fitting(column, free ? column.type() : judged));
        }
        return choice(fitting);
    }

    private static Choice choice(List<Fitting> fitting) {
        String sample = fitting.stream()
                .map(column -> "null::" + column.type())
                .collect(Collectors.joining(", ", "select ", ""));
        return new Choice(fitting.stream().map(Fitting::column).toList(), BoundSql.of(sample));
    }
}
