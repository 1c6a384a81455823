package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.ChooseHash;
import dev.migrate.type.compare.hash.Equality;
import dev.migrate.type.compare.hash.HashChoice;
import dev.migrate.type.compare.hash.LooseColumns;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.key.MatchedKeys;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chooses what of a row is compared, and how it is hashed. */
final class PrepareHash {

    /**
     * What was chosen.
     *
     * @param notes what a user should know of it, a sentence each
     */
    record Chosen(RowHash hash, List<String> notes) {}

    private final Databases databases;
    private final JobRequest request;
    private final ChooseHash chooseHash;

    PrepareHash(Databases databases, JobRequest request, ChooseHash chooseHash) {
        this.databases = databases;
        this.request = request;
        this.chooseHash = chooseHash;
    }

    Chosen of(SideTables sources, SideTables targets, MatchedKeys keys, CompareDefinition definition) {
        ChooseColumns choose = new ChooseColumns(
                request, sources.first(), targets.first(), equalities(sources.first(), targets.first()));
        HashChoice choice = among(Stream.of(sources, targets)
                .flatMap(side -> side.tables().stream())
                .map(CheckedTable::database)
                .toList());
        RowHash hash = new RowHash(
                choose.of(keys.keys().get(0)),
                choose.besides(keys.keys().get(0), definition),
                choice.way(),
                keys.areIntegers());
        return new Chosen(hash, new Notes(hash, choice, definition).with(choose.leftOut(definition)));
    }

    private HashChoice among(List<DatabaseName> all) {
        try {
            return chooseHash.among(all);
        } catch (SQLException e) {
            throw new UserMistake(
                    "the hashes of databases %s cannot be held against each other: %s".formatted(all, e.getMessage()),
                    e);
        }
    }

    private Map<ColumnName, Equality> equalities(CheckedTable source, CheckedTable target) {
        try {
            return new LooseColumns(databases).of(source, target);
        } catch (SQLException e) {
            throw new UserMistake(
                    "the types of tables %s and %s cannot be found out: %s".formatted(source, target, e.getMessage()),
                    e);
        }
    }
}
