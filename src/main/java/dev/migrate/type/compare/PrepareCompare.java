package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.HashProbe;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.page.Expectation;
import dev.migrate.type.compare.page.PageSql;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;

/** Holds a definition against its two databases. */
final class PrepareCompare {

    private final Databases databases;
    private final Executor secondSide;
    private final JobRequest request;
    private final CheckTable checkSource;
    private final CheckTable checkTarget;

    PrepareCompare(Databases databases, Executor secondSide, JobRequest request) {
        this.databases = databases;
        this.secondSide = secondSide;
        this.request = request;
        this.checkSource = new CheckTable(databases, request, "source");
        this.checkTarget = new CheckTable(databases, request, "target");
    }

    CompareJob prepare(CompareDefinition definition) {
        CheckedTable source = checkSource.table(definition.source());
        CheckedTable target = checkTarget.table(definition.target());
        Key key = key(source, target, definition);
        ChooseColumns choose = new ChooseColumns(request, source, target);
        RowHash hash =
                new RowHash(choose.of(key), choose.besides(key, definition), isTyped(source, target), key.isInteger());
        RowSource sourceRows = checkSource.rows(source, key, definition.source().where());
        RowSource targetRows = checkTarget.rows(target, key, definition.target().where());
        checkSource.explain(source, new PageSql(sourceRows, hash).wholeTable(), "table", "to compare");
        checkTarget.explain(target, new PageSql(targetRows, hash).wholeTable(), "table", "to compare");
        checkSource.checkKeys(source, sourceRows);
        checkTarget.checkKeys(target, targetRows);
        List<String> notes = new Notes(hash, definition).with(choose.leftOut(definition));
        return new CompareJob(databases, secondSide, sourceRows, targetRows, hash, new Expectation(), notes);
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
