package dev.migrate.type.compare.row;

import dev.migrate.job.Pause;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.side.Both;
import dev.migrate.type.compare.side.BothSides;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Looks at the rows that seem to differ, and again later where the tables are alive, until it is plain of each what is wrong
 * with it, if anything. Thread-safe.
 */
public final class Inspection {

    private static final int AT_ONCE = 500;
    private static final String GONE = "was there when the page was summed, and is on neither side any more";

    private final BothSides sides;
    private final ReadRows readRows;
    private final EqualByValue equalByValue;
    private final Recheck recheck;
    private final Pause pause;

    public Inspection(BothSides sides, RowHash hash, Recheck recheck, Pause pause) {
        this.sides = sides;
        this.readRows = new ReadRows(hash);
        this.equalByValue = new EqualByValue(sides, hash);
        this.recheck = recheck;
        this.pause = pause;
    }

    /**
     * Judges the rows of some keys. None is treated before all have come to rest: what the treatment locks would hold up the
     * changes that others wait for.
     *
     * @param range the page's: rows that lie elsewhere are left to other pages
     * @param findings where all that are in the range are entered, as alike or by the treatment
     */
    public void inspect(KeyRange range, List<KeyValue> keys, Treatment treatment, PageFindings findings)
            throws SQLException, InterruptedException {
        List<Suspect> suspects = keys.stream().map(Suspect::unseen).toList();
        List<Suspect> settled = recheck.attempts() == 0 ? suspects : settled(range, suspects, findings);
        for (List<Suspect> batch : batches(settled)) {
            judge(range, batch, treatment, findings);
        }
    }

    /** Those that differ and have come to rest; the others are entered. */
    private List<Suspect> settled(KeyRange range, List<Suspect> suspects, PageFindings findings)
            throws SQLException, InterruptedException {
        List<Suspect> settled = new ArrayList<>();
        List<Suspect> moving = suspects;
        for (int look = 0; ; look++) {
            List<Suspect> left = new ArrayList<>();
            for (List<Suspect> batch : batches(moving)) {
                for (Suspect suspect : look(look, range, batch, findings)) {
                    (recheck.isAtRest(suspect, look) ? settled : left).add(suspect);
                }
            }
            if (left.isEmpty()) {
                return settled;
            }
            moving = left;
            pause.sleep(recheck.delay());
            findings.waited(recheck.delay());
        }
    }

    /** Those that still differ, unless they must be given up. */
    private List<Suspect> look(int look, KeyRange range, List<Suspect> suspects, PageFindings findings)
            throws SQLException, InterruptedException {
        Both<Map<KeyValue, List<SideRow>>> rows = rows(range, suspects);
        List<Suspect> left = new ArrayList<>();
        for (Suspect suspect : suspects) {
            Sighting sighting = ReadRows.sighting(rows, suspect.key());
            Suspect seen = suspect.seenAs(sighting.fingerprint(), look);
            if (sighting.concernsPage() && sighting.isAlike()) {
                findings.alike(sighting.source().size());
            } else if (sighting.concernsPage() && recheck.isTooMuch(look) && !recheck.isAtRest(seen, look)) {
                findings.setAside(suspect.key(), recheck.movesOn(), look + 1);
            } else if (sighting.concernsPage()) {
                left.add(seen);
            }
        }
        return left;
    }

    private void judge(KeyRange range, List<Suspect> suspects, Treatment treatment, PageFindings findings)
            throws SQLException, InterruptedException {
        Both<Map<KeyValue, List<SideRow>>> rows = rows(range, suspects);
        List<Verdict> verdicts = new ArrayList<>();
        for (Suspect suspect : suspects) {
            Sighting sighting = ReadRows.sighting(rows, suspect.key());
            List<Verdict> wrong = sighting.verdicts(suspect.key());
            if (sighting.isEmpty() && !suspect.wasSeen()) {
                findings.setAside(suspect.key(), GONE, 1);
            } else if (sighting.concernsPage() && !wrong.isEmpty() && suspect.hasMoved(sighting.fingerprint())) {
                findings.setAside(suspect.key(), recheck.movesOn(), recheck.attempts() + 1);
            } else if (sighting.concernsPage()) {
                findings.alike(sighting.alike(wrong));
                verdicts.addAll(wrong);
            }
        }
        treatment.treat(verdicts, findings);
    }

    private static List<List<Suspect>> batches(List<Suspect> suspects) {
        return IntStream.range(0, (suspects.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(i -> suspects.subList(i * AT_ONCE, Math.min((i + 1) * AT_ONCE, suspects.size())))
                .toList();
    }

    private Both<Map<KeyValue, List<SideRow>>> rows(KeyRange range, List<Suspect> suspects)
            throws SQLException, InterruptedException {
        List<KeyValue> keys = suspects.stream().map(Suspect::key).toList();
        return equalByValue.settled(
                recheck.attempts() == 0
                        ? sides.ask(table -> readRows.of(table, range, keys), ReadRows::together)
                        : sides.askInTurn(table -> readRows.of(table, range, keys), ReadRows::together));
    }
}
