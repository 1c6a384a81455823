package dev.migrate.type.compare;

import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.check.CheckSql;
import dev.migrate.table.check.CheckedRows;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.ChooseHash;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.key.KeyIndexes;
import dev.migrate.type.compare.key.MatchedKeys;
import dev.migrate.type.compare.key.ServedKeys;
import dev.migrate.type.compare.page.Expectation;
import dev.migrate.type.compare.page.PageSql;
import dev.migrate.type.compare.repair.Repair;
import dev.migrate.type.compare.repair.RepairedTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds a definition against its databases. */
final class PrepareCompare {

    private final Means means;
    private final ChooseHash chooseHash;
    private final JobRequest request;
    private final CheckSql checkSql;

    PrepareCompare(Means means, ChooseHash chooseHash, JobRequest request) {
        this.means = means;
        this.chooseHash = chooseHash;
        this.request = request;
        this.checkSql = new CheckSql(means.databases(), request);
    }

    CompareJob prepare(CompareDefinition definition) {
        CheckSides sides = new CheckSides(means.databases(), request);
        SideTables sources = sides.tables("source", definition.source());
        SideTables targets = sides.tables("target", definition.target());
        MatchedKeys keys = new PrepareKeys(means.databases(), request).of(sources, targets);
        PrepareHash.Chosen chosen =
                new PrepareHash(means.databases(), request, chooseHash).of(sources, targets, keys, definition);
        List<String> hidden = new CheckAccess(means.databases(), request, chosen.hash()).to(sources, targets);
        List<CheckedRows> sourceRows = rows(sources, keys.first(sources.tables().size()), chosen.hash());
        List<CheckedRows> targetRows = rows(targets, keys.last(targets.tables().size()), chosen.hash());
        ServedKeys served = new KeyIndexes(means.databases())
                .of(Stream.concat(sourceRows.stream(), targetRows.stream()).toList());
        List<Matched> matched = Matched.of(sourceRows, targetRows, served, terms(keys, chosen.hash()));
        CheckRepair repair =
                new CheckRepair(means.databases(), request, sources.first(), targets.tables(), matched, chosen.hash());
        List<RepairedTable> repaired = List.of();
        if (definition.repair() == Repair.TARGET) {
            sides.demandApart(sources, targets, "repair");
            repaired = repair.fit();
        }
        return new CompareJob(
                means,
                matched,
                chosen.hash(),
                definition.rechecks(),
                new Expectation(),
                repaired,
                repair::described,
                definition.limit().maxFindings(),
                new TellComparison(definition, sources.first(), targets.first()).of(chosen.hash()),
                Stream.of(
                                chosen.notes().stream(),
                                hidden.stream(),
                                keys.notes().stream(),
                                served.notes().stream(),
                                repaired.stream().flatMap(table -> table.notes().stream()))
                        .flatMap(notes -> notes)
                        .toList());
    }

    /** What all pages of a run must have in common: else the summary would speak of some of them only. */
    private static String terms(MatchedKeys keys, RowHash hash) {
        String order = keys.order() == null ? "in their natural order" : keys.order();
        int columns = hash.key().size() + hash.columns().size();
        UUID compared = UUID.nameUUIDFromBytes(hash.ofRow().getBytes(StandardCharsets.UTF_8));
        return "%s; %d columns, compared as %s".formatted(order, columns, compared);
    }

    private List<CheckedRows> rows(SideTables side, List<Key> keys, RowHash hash) {
        BoundSql where = new SqlParameters(request)
                .condition(side.path() + ".where", side.definition().where());
        return IntStream.range(0, keys.size())
                .mapToObj(i -> rows(side, side.tables().get(i), where, keys.get(i), hash))
                .toList();
    }

    private CheckedRows rows(SideTables side, CheckedTable table, BoundSql where, Key key, RowHash hash) {
        RowSource rows = checkSql.rows(table, key, where, side.path() + ".where");
        checkSql.explain(table, new PageSql(rows, hash).wholeTable(), side.path() + ".table", "to compare");
        side.check().checkKeys(table, rows);
        return new CheckedRows(table, rows);
    }
}
