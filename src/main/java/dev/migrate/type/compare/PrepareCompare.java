package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.check.CheckSql;
import dev.migrate.table.check.CheckTable;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.HashProbe;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.page.Expectation;
import dev.migrate.type.compare.page.PageSql;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Holds a definition against its two databases. */
final class PrepareCompare {

    private final Databases databases;
    private final Executor secondSide;
    private final JobRequest request;
    private final CheckTable checkSource;
    private final CheckTable checkTarget;
    private final CheckSql checkSql;

    PrepareCompare(Databases databases, Executor secondSide, JobRequest request) {
        this.databases = databases;
        this.secondSide = secondSide;
        this.request = request;
        this.checkSource = new CheckTable(databases, request, "source");
        this.checkTarget = new CheckTable(databases, request, "target");
        this.checkSql = new CheckSql(databases, request);
    }

    CompareJob prepare(CompareDefinition definition) {
        CheckedTable source = table(checkSource, "source", definition.source());
        CheckedTable target = table(checkTarget, "target", definition.target());
        Key key = key(source, target, definition);
        ChooseColumns choose = new ChooseColumns(request, source, target);
        RowHash hash =
                new RowHash(choose.of(key), choose.besides(key, definition), isTyped(source, target), key.isInteger());
        RowSource sourceRows =
                rows(source, key, "source.where", definition.source().where());
        RowSource targetRows =
                rows(target, key, "target.where", definition.target().where());
        checkSql.explain(source, new PageSql(sourceRows, hash).wholeTable(), "source.table", "to compare");
        checkSql.explain(target, new PageSql(targetRows, hash).wholeTable(), "target.table", "to compare");
        checkSource.checkKeys(source, sourceRows);
        checkTarget.checkKeys(target, targetRows);
        List<String> notes = new Notes(hash, definition).with(choose.leftOut(definition));
        return new CompareJob(databases, secondSide, sourceRows, targetRows, hash, new Expectation(), notes);
    }

    private CheckedTable table(CheckTable check, String side, Source source) {
        if (source.databases().size() > 1) {
            throw request.mistake(
                    side + ".databases", "compare takes one database a side; write database: with one of them");
        }
        DatabaseName database = source.databases().get(0);
        return check.table(database, source.keyOf(database), source.table());
    }

    private RowSource rows(CheckedTable table, Key key, String path, @Nullable String where) {
        return checkSql.rows(table, key, new SqlParameters(request).condition(path, where), path);
    }

    /** Either side may name the key; where both do, with the same columns. */
    private Key key(CheckedTable source, CheckedTable target, CompareDefinition definition) {
        List<ColumnName> ofSource = definition.source().key();
        List<ColumnName> ofTarget = definition.target().key();
        if (!ofSource.isEmpty() && !ofTarget.isEmpty() && !ofSource.equals(ofTarget)) {
            throw request.mistake("target.key", "the key has other columns than that of the source; give it once");
        }
        Key sourceKey = checkSource.key(source, ofSource.isEmpty() ? ofTarget : ofSource);
        Key targetKey = checkTarget.key(
                target, sourceKey.columns().stream().map(Key.Column::name).toList());
        return new MatchKeys(databases, request, source, target).match(sourceKey, targetKey);
    }

    private boolean isTyped(CheckedTable source, CheckedTable target) {
        DatabaseName one = source.database();
        DatabaseName other = target.database();
        try {
            return new HashProbe(databases).hashesAlike(one, other);
        } catch (SQLException e) {
            throw new UserMistake(
                    "the hashes of databases %s and %s cannot be held against each other: %s"
                            .formatted(one, other, e.getMessage()),
                    e);
        }
    }
}
