package dev.migrate.type.compare;

import dev.migrate.database.Query;
import dev.migrate.job.Comparison;
import dev.migrate.job.MendingScript;
import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.page.ComparePage;
import dev.migrate.type.compare.page.Expectation;
import dev.migrate.type.compare.page.PageSql;
import dev.migrate.type.compare.repair.RepairSides;
import dev.migrate.type.compare.repair.RepairWork;
import dev.migrate.type.compare.repair.RepairedTable;
import dev.migrate.type.compare.repair.script.RepairScript;
import dev.migrate.type.compare.row.Inspection;
import dev.migrate.type.compare.row.Recheck;
import dev.migrate.type.compare.side.BothSides;
import dev.migrate.type.compare.side.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables that can be compared. */
record CompareJob(
        Means means,
        List<Matched> matched,
        RowHash hash,
        Recheck recheck,
        Expectation expectation,
        List<RepairedTable> repaired,
        Supplier<List<RepairedTable>> repairable,
        long mostFindings,
        Comparison compared,
        List<String> notes)
        implements PreparedJob {

    private static final int FIRST_PAGE = 20_000;

    CompareJob {
        matched = List.copyOf(matched);
        repaired = List.copyOf(repaired);
        notes = List.copyOf(notes);
    }

    @Override
    public List<KeySpace> keySpaces() {
        return matched.stream().map(Matched::keySpace).toList();
    }

    @Override
    public Optional<Comparison> comparison() {
        return Optional.of(compared);
    }

    @Override
    public List<String> statements() {
        Stream<String> compared = keySpaces().stream()
                .flatMap(space -> space.sides().stream())
                .map(rows -> "-- on " + rows.database() + "\n" + new PageSql(rows, hash).firstStatement());
        return Stream.concat(compared, repaired.stream().flatMap(table -> table.statements().stream()))
                .toList();
    }

    @Override
    public PartitionWork open(Partition partition) {
        Matched tables = matched(partition.database());
        BothSides sides = bothSides(tables);
        ComparePage compare = new ComparePage(
                sides,
                hash,
                tables.plain(),
                expectation,
                new Inspection(sides, hash, recheck, means.pause()),
                mostFindings);
        return repaired(tables)
                .<PartitionWork>map(table -> new RepairWork(compare, sides(table, tables), means.sideQueries()))
                .orElse(compare);
    }

    @Override
    public Optional<MendingScript> script() {
        return Optional.of(new RepairScript(repairable.get().stream()
                .map(table -> sides(table, matchedWith(table)))
                .toList()));
    }

    @Override
    public Set<DatabaseName> targets(DatabaseName partitions) {
        return repaired(matched(partitions)).map(RepairedTable::database).stream()
                .collect(Collectors.toSet());
    }

    /** Servers hash rows, and mostly nothing else is done. */
    @Override
    public boolean isSteady() {
        return true;
    }

    /** Hardly any of them leaves its server. */
    @Override
    public int firstPage() {
        return FIRST_PAGE;
    }

    /** Rows that keep changing, go away meanwhile, or cannot be mended, are set aside, however many. */
    @Override
    public long mostFailedRows() {
        return Long.MAX_VALUE;
    }

    private Matched matched(@Nullable DatabaseName partitions) {
        return matched.stream()
                .filter(tables -> tables.database().equals(partitions))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table on " + partitions));
    }

    /** The target's table, if it is to be repaired. */
    private Optional<RepairedTable> repaired(Matched tables) {
        return repaired.stream()
                .filter(table -> tables.targets().contains(table.rows()))
                .findFirst();
    }

    private Matched matchedWith(RepairedTable table) {
        return matched.stream()
                .filter(tables -> tables.targets().contains(table.rows()))
                .findFirst()
                .orElseThrow();
    }

    private RepairSides sides(RepairedTable table, Matched tables) {
        return new RepairSides(table, sides(tables.sources()), bothSides(tables));
    }

    private BothSides bothSides(Matched tables) {
        return new BothSides(sides(tables.sources()), sides(tables.targets()), means.sideQueries());
    }

    private List<Side> sides(List<RowSource> tables) {
        return tables.stream()
                .map(rows -> new Side(rows, new Query(means.databases().dataSource(rows.database()))))
                .toList();
    }
}
