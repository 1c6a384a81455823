package dev.migrate.type.copy.column;

import dev.migrate.database.Query;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.table.TableShape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sees to it that a composite value means the same on both servers: it travels as a text, which has no names in it. Thread-safe.
 *
 * @param source asks the server that has the rows
 * @param target asks the one that gets them
 */
public record CheckComposites(JobRequest request, Query source, Query target) {

    private static final String SELECT = "source.select";

    /**
     * Compares the types of the target's columns with what the select gives for them.
     *
     * @param select with at least these columns
     * @throws UserMistake if attributes differ in name, type or order
     */
    public void of(BoundSql select, List<TableShape.Column> columns) throws SQLException {
        Map<String, String> taken = new Composites(target)
                .among(columns.stream().map(TableShape.Column::type).toList());
        List<TableShape.Column> composite = columns.stream()
                .filter(column -> taken.containsKey(column.type()))
                .toList();
        if (!composite.isEmpty()) {
            compare(select, composite, taken);
        }
    }

    private void compare(BoundSql select, List<TableShape.Column> columns, Map<String, String> taken)
            throws SQLException {
        List<SelectedColumn> selected = new SelectedTypes(source)
                .of(select, columns.stream().map(TableShape.Column::name).toList());
        Map<String, String> given = new Composites(source)
                .among(selected.stream().map(SelectedColumn::type).toList());
        List<String> mistakes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String has = given.get(selected.get(i).type());
            String takes = taken.get(columns.get(i).type());
            if (has != null && takes != null && !has.equals(takes)) {
                mistakes.addAll(mistake(columns.get(i), has, takes).sentences());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UserMistake(mistakes);
        }
    }

    private UserMistake mistake(TableShape.Column column, String has, String takes) {
        return request.mistake(
                SELECT,
                "the select gives column \"%s\" values of (%s), and the target takes them as (%s); make the type the same on both servers"
                        .formatted(column.name(), has, takes));
    }
}
