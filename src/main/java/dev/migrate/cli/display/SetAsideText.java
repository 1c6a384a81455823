package dev.migrate.cli.display;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.row.SetAside;
import java.util.ArrayList;
import java.util.List;

/** The rows that a run set aside, in a few lines. */
final class SetAsideText {

    private static final int LONGEST = 100;

    private SetAsideText() {}

    /** The first of them, and what to type to see all or to do them again; nothing if there are none. */
    static List<String> lines(Progress progress, List<SetAside> first, TypedCommand typed) {
        if (first.isEmpty()) {
            return List.of();
        }
        long all = progress.rows().failed();
        String execution = Long.toString(progress.execution());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Words.first(first.size(), all, "row") + " set aside:");
        table(first).lines().forEach(line -> lines.add("  " + line));
        if (first.size() < all) {
            lines.add("All of them: " + typed.instead("failed", execution));
        }
        if (!progress.isRunning()) {
            lines.add("To do just those again: " + typed.instead("failed", execution, "--retry"));
        }
        return lines;
    }

    private static TextTable table(List<SetAside> first) {
        TextTable table = new TextTable("DATABASE", "KEY", "ATTEMPTS", "ERROR");
        first.forEach(aside -> table.row(
                aside.database(),
                Words.pairs(aside.row().key()),
                Words.number(aside.row().attempts()),
                Words.cut(aside.row().error(), LONGEST)));
        return table;
    }
}
