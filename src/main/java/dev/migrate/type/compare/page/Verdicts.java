package dev.migrate.type.compare.page;

import dev.migrate.job.Finding;
import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of the rows of one key what is wrong with them, by what is there now. */
final class Verdicts {

    private final DatabaseName target;
    private final Key key;
    private final RowHash compared;
    private final List<Finding> findings = new ArrayList<>();
    private long sourceRows;
    private long found;

    Verdicts(DatabaseName target, Key key, RowHash compared) {
        this.target = target;
        this.key = key;
        this.compared = compared;
    }

    /** A row that lies elsewhere on its side (text may sort otherwise there) is the affair of another page. */
    void add(KeyValue value, @Nullable SideRow source, @Nullable SideRow target) {
        if (source != null && source.here()) {
            sourceRows++;
            judge(value, source, target);
        } else if (source == null && target != null && target.here()) {
            findings.add(finding(value, Kind.EXTRA, Map.of()));
        }
    }

    private void judge(KeyValue value, SideRow source, @Nullable SideRow target) {
        Map<String, Map<String, @Nullable String>> columns = target == null ? Map.of() : differing(source, target);
        if (target == null) {
            findings.add(finding(value, Kind.MISSING, columns));
            found++;
        } else if (!columns.isEmpty()) {
            findings.add(finding(value, Kind.DIFFERENT, columns));
            found++;
        }
    }

    private Map<String, Map<String, @Nullable String>> differing(SideRow source, SideRow target) {
        Map<String, Map<String, @Nullable String>> differing = new LinkedHashMap<>();
        for (int i = 0; i < compared.columns().size(); i++) {
            if (!Objects.equals(source.digests().get(i), target.digests().get(i))) {
                Map<String, @Nullable String> values = new LinkedHashMap<>();
                values.put("source", source.shown(i));
                values.put("target", target.shown(i));
                differing.put(compared.columns().get(i).name().value(), values);
            }
        }
        return differing;
    }

    private Finding finding(KeyValue value, Kind kind, Map<String, Map<String, @Nullable String>> columns) {
        return new Finding(target, key.named(value), kind, null, columns);
    }

    List<Finding> findings() {
        return findings;
    }

    /** How many of the source's rows were judged. */
    long sourceRows() {
        return sourceRows;
    }

    /** How many of these have a finding. */
    long found() {
        return found;
    }
}
