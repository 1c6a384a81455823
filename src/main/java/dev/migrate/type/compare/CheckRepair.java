package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.repair.PrepareRepair;
import dev.migrate.type.compare.repair.RepairedTable;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out whether the targets of a comparison can be repaired. */
record CheckRepair(
        Databases databases,
        JobRequest request,
        CheckedTable source,
        List<CheckedTable> targets,
        List<Matched> matched,
        RowHash hash) {

    /** How a target is looked at. */
    @FunctionalInterface
    private interface Prepare {
        RepairedTable prepare(CheckedTable source, CheckedTable target, RowSource rows, RowHash hash);
    }

    CheckRepair {
        targets = List.copyOf(targets);
        matched = List.copyOf(matched);
    }

    /** The targets, all of which this user can repair. */
    List<RepairedTable> fit() {
        return each(new PrepareRepair(databases, request)::prepare);
    }

    /** Likewise, whoever may repair them. */
    List<RepairedTable> described() {
        return each(new PrepareRepair(databases, request)::describe);
    }

    private List<RepairedTable> each(Prepare prepare) {
        if (matched.stream().anyMatch(tables -> tables.targets().size() > 1)) {
            throw request.mistake(
                    "repair",
                    "several targets stand for one source here, and where a row that is missing belongs cannot be told; repair takes one target, or as many as sources");
        }
        return IntStream.range(0, targets.size())
                .mapToObj(i -> prepare.prepare(
                        source, targets.get(i), matched.get(i).targets().get(0), hash))
                .toList();
    }
}
