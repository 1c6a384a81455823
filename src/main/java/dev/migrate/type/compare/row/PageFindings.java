package dev.migrate.type.compare.row;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.Findings;
import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.SideRows;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.side.Both;
import dev.migrate.type.compare.side.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a page's rows, as it comes to light. Not thread-safe. */
public final class PageFindings {

    private final List<Side> targets;
    private final Key key;
    private final RowHash compared;
    private final Findings findings;
    private final List<FailedRow> failedRows = new ArrayList<>();
    private long alike;
    private long found;
    private long written;
    private Duration waited = Duration.ZERO;

    /** @param most findings to keep */
    public PageFindings(List<Side> targets, RowHash compared, long most) {
        this.targets = List.copyOf(targets);
        this.key = targets.get(0).rows().key();
        this.compared = compared;
        this.findings = new Findings(most);
    }

    /** So many rows of the source are the same on the target. */
    public void alike(long rows) {
        alike += rows;
    }

    /** A row is reported. */
    public void found(Verdict verdict) {
        found += verdict.source() == null ? 0 : 1;
        foundElsewhere(verdict);
    }

    /** A row is reported that is counted where it lies: by another page, or by this one as alike. */
    public void foundElsewhere(Verdict verdict) {
        if (findings.isFull()) {
            findings.count(verdict.kind());
        } else {
            findings.add(
                    new Finding(database(verdict), key.named(verdict.key()), verdict.kind(), null, columns(verdict)));
        }
    }

    /** So many rows of the target were changed. */
    public void written(long rows) {
        written += rows;
    }

    /** Nothing can be said of a row, or done with it: it counts as read, whichever side it is on. */
    public void setAside(KeyValue row, String error, int attempts) {
        failedRows.add(new FailedRow(key.named(row), error, attempts));
    }

    /** So long was waited for rows to come to rest. */
    void waited(Duration time) {
        waited = waited.plus(time);
    }

    /**
     * All of it.
     *
     * @param counted how many rows either side had in the page's range when it was begun
     */
    public PageResult result(Both<Long> counted) {
        long failed = failedRows.size();
        Ledger ledger = new Ledger(alike + found + failed, alike, found, 0, failed, written);
        long rows = Math.max(counted.source(), counted.target());
        SideRows sides = new SideRows(counted.source(), counted.target());
        return new PageResult(ledger, findings.counts(), findings.kept(), failedRows, rows, sides, waited);
    }

    /** Where the wrong row lies, or should; of several targets no one can tell on which a missing row should, so it is the source. */
    private DatabaseName database(Verdict verdict) {
        if (verdict.target() != null) {
            return verdict.target().database();
        }
        return targets.size() == 1
                ? targets.get(0).database()
                : Objects.requireNonNull(verdict.source()).database();
    }

    private Map<String, Map<String, @Nullable String>> columns(Verdict verdict) {
        Map<String, Map<String, @Nullable String>> columns = new LinkedHashMap<>();
        for (int i : verdict.differing()) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            values.put("source", Objects.requireNonNull(verdict.source()).shown(i));
            values.put("target", Objects.requireNonNull(verdict.target()).shown(i));
            columns.put(compared.columns().get(i).name().value(), values);
        }
        return columns;
    }
}
