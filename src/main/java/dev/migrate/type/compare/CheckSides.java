package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.definition.Source;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckTable;
import dev.migrate.table.check.CheckedTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the tables of a side: several ones must be alike, for they are taken for one. */
final class CheckSides {

    private final Databases databases;
    private final JobRequest request;

    CheckSides(Databases databases, JobRequest request) {
        this.databases = databases;
        this.request = request;
    }

    /** @param side the path of the side in the definition: {@code source} or {@code target} */
    SideTables tables(String side, Source definition) {
        CheckTable check = new CheckTable(databases, request, side);
        List<CheckedTable> tables = definition.databases().stream()
                .map(database -> check.table(database, definition.keyOf(database), definition.table()))
                .toList();
        tables.forEach(table -> demandSameColumns(tables.get(0), table, side, definition));
        for (int i = 1; i < tables.size(); i++) {
            demandOnce(
                    tables.get(i),
                    tables.subList(0, i),
                    side + "." + definition.keyOf(tables.get(i).database()));
        }
        return new SideTables(side, definition, check, tables);
    }

    private void demandOnce(CheckedTable table, List<CheckedTable> others, String path) {
        for (CheckedTable other : others) {
            if (isSame(table, other)) {
                throw request.mistake(
                        path,
                        "%s and %s are the same table, its database has two names in application.yml; name it once"
                                .formatted(other, table));
            }
        }
    }

    /**
     * Demands that no table is on both sides: to mend the one would be to change the other.
     *
     * @param path where in the definition that is asked for
     */
    void demandApart(SideTables sources, SideTables targets, String path) {
        for (CheckedTable source : sources.tables()) {
            if (targets.tables().stream().anyMatch(target -> isSame(source, target))) {
                throw request.mistake(
                        path,
                        "%s is source and target at once, so that to repair the target would change the source; write repair: none"
                                .formatted(source));
            }
        }
    }

    /** Whatever the names under which application.yml lists the databases. */
    private boolean isSame(CheckedTable one, CheckedTable other) {
        ServerFacts facts = databases.facts(other.database());
        return databases.facts(one.database()).isSameDatabase(facts.systemIdentifier(), facts.database())
                && one.shape().name().equals(other.shape().name());
    }

    private void demandSameColumns(CheckedTable first, CheckedTable other, String side, Source definition) {
        Map<ColumnName, String> one = types(first);
        Map<ColumnName, String> another = types(other);
        Optional<ColumnName> unlike = Stream.concat(one.keySet().stream(), another.keySet().stream())
                .filter(name -> !one.getOrDefault(name, "missing").equals(another.getOrDefault(name, "missing")))
                .findFirst();
        unlike.ifPresent(name -> {
            DatabaseName database = other.database();
            throw request.mistake(
                    side + "." + definition.keyOf(database),
                    "the tables of a side must have the same columns: \"%s\" is %s in %s, but %s in %s"
                            .formatted(
                                    name,
                                    one.getOrDefault(name, "missing"),
                                    first,
                                    another.getOrDefault(name, "missing"),
                                    other));
        });
    }

    private static Map<ColumnName, String> types(CheckedTable table) {
        return table.shape().columns().stream()
                .collect(Collectors.toMap(
                        TableShape.Column::name, TableShape.Column::type, (a, b) -> a, LinkedHashMap::new));
    }
}
