package dev.migrate.cli.display;

import dev.migrate.job.Finding;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding in words. */
final class FindingText {

    private FindingText() {}

    /**
     * What differs, {@code likes: 1 → 2}, or the rule that is broken with its details, {@code likeCount: likes=3 count=2}.
     *
     * @param longest characters of a value
     */
    static String detail(Finding finding, int longest) {
        String rule = finding.rule();
        return rule == null
                ? columns(finding, ": ", "; ", longest)
                : (rule + ": " + columns(finding, "=", " ", longest)).replaceFirst(": $", "");
    }

    private static String columns(Finding finding, String before, String between, int longest) {
        return finding.columns().entrySet().stream()
                .map(column -> column.getKey() + before + sides(column.getValue(), longest))
                .collect(Collectors.joining(between));
    }

    private static String sides(Map<String, @Nullable String> sides, int longest) {
        return sides.values().stream().map(value -> shown(value, longest)).collect(Collectors.joining(" → "));
    }

    private static String shown(@Nullable String value, int longest) {
        return value == null ? "null" : Words.cut(value, longest);
    }
}
