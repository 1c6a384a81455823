package dev.migrate.type.compare.repair;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.database.ServerMessage;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckSql;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.repair.shape.ReadTargetTable;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.shape.TargetTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out whether a table can be repaired. Writes nothing. */
public final class PrepareRepair {

    private static final String PATH = "repair";
    private static final Pattern RESERVED = Pattern.compile("migrate_(row|there|child|found|number|(key|value)[0-9]+)");

    private final Databases databases;
    private final JobRequest request;
    private final CheckSql checkSql;

    public PrepareRepair(Databases databases, JobRequest request) {
        this.databases = databases;
        this.request = request;
        this.checkSql = new CheckSql(databases, request);
    }

    /**
     * The table, fit to be repaired.
     *
     * @param source one of the tables of the source, which all have the same columns
     * @param rows the target's
     * @throws UserMistake if it is none that can be written to, or the user may not do it
     */
    public RepairedTable prepare(CheckedTable source, CheckedTable target, RowSource rows, RowHash hash) {
        RepairedTable repaired = describe(source, target, rows, hash);
        if (repaired.table().readOnly()) {
            throw request.mistake(
                    PATH,
                    "%s cannot be repaired, for its server is a standby, which takes no writes; name its primary as the target"
                            .formatted(target));
        }
        check(target, repaired);
        return repaired;
    }

    /**
     * The table, whoever may write to it.
     *
     * @throws UserMistake if it is no table
     */
    public RepairedTable describe(CheckedTable source, CheckedTable target, RowSource rows, RowHash hash) {
        if (!target.shape().isConstrained()) {
            throw request.mistake(
                    PATH,
                    "only a table can be repaired, and %s is a %s; write repair: none, or name the table behind it as the target"
                            .formatted(target, words(target.shape().kind())));
        }
        TargetTable table = read(target, rows);
        table.columns().stream()
                .map(TargetColumn::name)
                .filter(name -> RESERVED.matcher(name.value()).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw request.mistake(
                            PATH,
                            "%s cannot be repaired, for its column \"%s\" has a name that the statements give to something else; rename it"
                                    .formatted(target, name));
                });
        return new RepairedTable(rows, hash, table, types(source));
    }

    private static Map<ColumnName, String> types(CheckedTable source) {
        return source.shape().columns().stream()
                .collect(Collectors.toMap(TableShape.Column::name, TableShape.Column::type));
    }

    private TargetTable read(CheckedTable target, RowSource rows) {
        try {
            return new ReadTargetTable(new Query(databases.dataSource(target.database())))
                    .of(target.shape(), rows.key());
        } catch (SQLException e) {
            String sentence = "a look at the constraints of table %s failed: %s; put that right"
                    .formatted(target, ServerMessage.of(e));
            throw new UserMistake(request.mistake(PATH, sentence).sentences().get(0), e);
        }
    }

    /** The server's look at the statements finds missing rights, too. */
    private void check(CheckedTable target, RepairedTable repaired) {
        explain(target, repaired.sql().insert(repaired.inserted(), List.of()), "to insert rows into");
        if (!repaired.updated().isEmpty()) {
            explain(target, repaired.sql().update(repaired.updated(), List.of()), "to update rows of");
        }
        explain(target, repaired.sql().delete(List.of()), "to delete rows of");
    }

    private void explain(CheckedTable target, BoundSql statement, String whatFails) {
        checkSql.explain(target, statement, PATH, whatFails);
    }

    private static String words(TableShape.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
