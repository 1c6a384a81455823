package dev.migrate.cli.display;

import dev.migrate.job.Finding;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finding in words. */
final class FindingText {

    private FindingText() {}

    /** {@code id=17}. */
    static String key(Finding finding) {
        return Words.pairs(finding.key());
    }

    /**
     * What differs, {@code likes: 1 → 2}, or the rule that is broken.
     *
     * @param longest characters of a value
     */
    static String detail(Finding finding, int longest) {
        String columns = finding.columns().entrySet().stream()
                .map(column -> column.getKey() + ": " + sides(column.getValue(), longest))
                .collect(Collectors.joining("; "));
        return finding.rule() == null ? columns : (finding.rule() + " " + columns).strip();
    }

    private static String sides(Map<String, @Nullable String> sides, int longest) {
        return sides.values().stream().map(value -> shown(value, longest)).collect(Collectors.joining(" → "));
    }

    private static String shown(@Nullable String value, int longest) {
        if (value == null) {
            return "null";
        }
        return value.length() <= longest ? value : value.substring(0, longest - 1) + "…";
    }
}
