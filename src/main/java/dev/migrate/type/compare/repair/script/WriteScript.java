package dev.migrate.type.compare.repair.script;

import dev.migrate.database.Query;
import dev.migrate.job.Finding;
import dev.migrate.job.MendingScript;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.RepairSides;
import dev.migrate.type.compare.repair.relative.Layer;
import dev.migrate.type.compare.repair.relative.Relatives;
import dev.migrate.type.compare.repair.row.ChooseMend;
import dev.migrate.type.compare.repair.row.Look;
import dev.migrate.type.compare.repair.row.Mend;
import dev.migrate.type.compare.row.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes what has to be done about findings, a few hundred in a transaction, by what is there now. */
final class WriteScript implements MendingScript.Writer {

    private static final int ROWS = 500;
    private static final int MOST_REMEMBERED = 100_000;

    private final Look look;
    private final ChooseMend choose;
    private final Relatives relatives;
    private final Statements statements;
    private final Consumer<String> lines;
    private final List<KeyValue> keys = new ArrayList<>();
    private final Set<KeyValue> writtenAhead = new HashSet<>();

    WriteScript(RepairSides sides, Query target, Consumer<String> lines) {
        this.look = sides.look();
        this.choose = sides.choose();
        this.relatives = sides.relatives(target);
        this.statements = new Statements(sides, target);
        this.lines = lines;
    }

    @Override
    public void take(Finding finding) throws SQLException, InterruptedException {
        keys.add(new KeyValue(
                finding.key().values().stream().map(String::valueOf).toList()));
        if (keys.size() == ROWS) {
            end();
        }
    }

    @Override
    public void end() throws SQLException, InterruptedException {
        List<KeyValue> some = keys.stream()
                .distinct()
                .filter(key -> !writtenAhead.contains(key))
                .toList();
        keys.clear();
        if (!some.isEmpty()) {
            write(some);
        }
    }

    private void write(List<KeyValue> some) throws SQLException, InterruptedException {
        lines.accept("");
        lines.accept("begin;");
        lines.accept("set constraints all deferred;");
        for (Layer layer : relatives.inOrder(mends(some), writtenAhead)) {
            write(layer);
            layer.mends().stream()
                    .map(Mend::key)
                    .filter(key -> !some.contains(key))
                    .forEach(this::remember);
        }
        lines.accept("commit;");
    }

    /** Statements for one row each cannot mend rows that need each other. */
    private void write(Layer layer) throws SQLException {
        if (layer.circle()) {
            layer.mends()
                    .forEach(mend -> lines.accept(
                            comment(mend.key(), "has to be mended together with others, which repair: target may do")));
        } else {
            statements.write(layer.mends(), lines);
        }
    }

    /** Who is forgotten is only written again, which does no harm. */
    private void remember(KeyValue key) {
        if (writtenAhead.size() == MOST_REMEMBERED) {
            writtenAhead.clear();
        }
        writtenAhead.add(key);
    }

    private List<Mend> mends(List<KeyValue> some) throws SQLException, InterruptedException {
        Map<KeyValue, Verdict> wrong = look.at(some);
        List<Mend> mends = new ArrayList<>();
        for (KeyValue key : some) {
            Verdict verdict = wrong.get(key);
            if (verdict == null) {
                lines.accept(comment(key, "no longer differs"));
            } else {
                choose.of(verdict)
                        .ifPresentOrElse(mends::add, () -> lines.accept(comment(key, choose.whyNot(verdict))));
            }
        }
        return mends;
    }

    static String comment(KeyValue key, String what) {
        return MendingScript.comment(key + ": " + what);
    }
}
