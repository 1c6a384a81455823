package dev.migrate.type.compare.repair.mend;

import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.relative.Layer;
import dev.migrate.type.compare.repair.relative.Relatives;
import dev.migrate.type.compare.repair.row.ChooseMend;
import dev.migrate.type.compare.repair.row.Look;
import dev.migrate.type.compare.repair.row.Mend;
import dev.migrate.type.compare.repair.row.SourceRows;
import dev.migrate.type.compare.row.PageFindings;
import dev.migrate.type.compare.row.Treatment;
import dev.migrate.type.compare.row.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mends the rows of a page that differ, and enters those that agree then as found, the others as set aside. Used by one
 * thread.
 */
public final class MendRows implements Treatment {

    private static final int FIRST_TRY = 1;

    private static final String MOVED =
            "was no longer as it was found when it was to be mended, or a trigger kept it as it is";

    private final ChooseMend choose;
    private final SourceRows source;
    private final TargetRows target;
    private final Kept kept;
    private final Relatives relatives;
    private final Turn turn;
    private final Look look;
    private final Set<KeyValue> mendedAhead = new HashSet<>();

    public MendRows(
            ChooseMend choose,
            SourceRows source,
            TargetRows target,
            Kept kept,
            Relatives relatives,
            Turn turn,
            Look look) {
        this.choose = choose;
        this.source = source;
        this.target = target;
        this.kept = kept;
        this.relatives = relatives;
        this.turn = turn;
        this.look = look;
    }

    @Override
    public void treat(List<Verdict> verdicts, PageFindings findings) throws SQLException, InterruptedException {
        List<Mend> wanted = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (mendedAhead.contains(verdict.key())) {
                isAlike(verdict, findings);
            } else {
                choose.of(verdict)
                        .ifPresentOrElse(wanted::add, () -> setAside(verdict, choose.whyNot(verdict), findings));
            }
        }
        if (!wanted.isEmpty()) {
            if (choose.table().hasRelatives()) {
                turn.take();
            }
            enter(mend(relatives.inOrder(wanted, mendedAhead)), wanted, findings);
        }
    }

    /** Constraints that can wait are checked when all is done; if they fail then, nobody knows for which row, so at once. */
    private Mending mend(List<Layer> layers) throws SQLException, InterruptedException {
        Mending late = new Mending(source, target, kept);
        Optional<String> refusal = target.trial().of(() -> {
            target.defer(true);
            late.mend(layers);
            target.defer(false);
            return Optional.empty();
        });
        if (refusal.isEmpty()) {
            return late;
        }
        Mending atOnce = new Mending(source, target, kept);
        target.defer(false);
        atOnce.mend(layers);
        return atOnce;
    }

    private void enter(Mending done, List<Mend> wanted, PageFindings findings)
            throws SQLException, InterruptedException {
        findings.written(done.mended().size());
        enterRelatives(done, Set.copyOf(wanted), findings);
        List<Mend> moved = new ArrayList<>();
        for (Mend mend : wanted) {
            if (done.mended().contains(mend)) {
                findings.found(mend.verdict());
            } else if (done.moved().contains(mend)) {
                moved.add(mend);
            } else {
                setAside(mend.verdict(), done.refusal(mend), findings);
            }
        }
        enterMoved(moved, findings);
    }

    private void enterRelatives(Mending done, Set<Mend> wanted, PageFindings findings) {
        for (Mend mend : done.mended()) {
            if (!wanted.contains(mend)) {
                findings.foundElsewhere(mend.verdict());
                mendedAhead.add(mend.key());
            }
        }
    }

    /** Another page may have mended a row for the sake of one of its own. */
    private void enterMoved(List<Mend> moved, PageFindings findings) throws SQLException, InterruptedException {
        Map<KeyValue, Verdict> wrong = look.at(moved.stream().map(Mend::key).toList());
        for (Mend mend : moved) {
            if (wrong.containsKey(mend.key())) {
                setAside(mend.verdict(), MOVED, findings);
            } else {
                isAlike(mend.verdict(), findings);
            }
        }
    }

    /** A row that only the target had is not among those of the source, which are counted. */
    private static void isAlike(Verdict verdict, PageFindings findings) {
        findings.alike(verdict.source() == null ? 0 : 1);
    }

    private static void setAside(Verdict verdict, String why, PageFindings findings) {
        findings.setAside(verdict.key(), verdict.kind().word() + ": " + why, FIRST_TRY);
    }
}
