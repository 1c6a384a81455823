package dev.migrate.type.compare.repair.row;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.row.Inspection;
import dev.migrate.type.compare.row.PageFindings;
import dev.migrate.type.compare.row.Recheck;
import dev.migrate.type.compare.row.Verdict;
import dev.migrate.type.compare.side.BothSides;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at rows on both sides, once, wherever they lie. Thread-safe. */
public final class Look {

    private final BothSides sides;
    private final RowHash hash;
    private final Inspection inspection;

    public Look(BothSides sides, RowHash hash) {
        this.sides = sides;
        this.hash = hash;
        this.inspection = new Inspection(sides, hash, Recheck.NONE, atMost -> {});
    }

    /** What is wrong with the rows of some keys; nothing under those that are the same on both sides. */
    public Map<KeyValue, Verdict> at(List<KeyValue> keys) throws SQLException, InterruptedException {
        Map<KeyValue, Verdict> wrong = new HashMap<>();
        inspection.inspect(
                KeyRange.ALL,
                keys,
                (verdicts, findings) -> verdicts.forEach(verdict -> wrong.putIfAbsent(verdict.key(), verdict)),
                new PageFindings(sides.targets(), hash, 0));
        return wrong;
    }
}
