package dev.migrate.definition.sql;

import dev.migrate.job.key.TableName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code {range}} or {@code {range alias}}.
 *
 * @param alias what the columns of the key are qualified with; null for nothing
 */
record Placeholder(@Nullable TableName alias) {

    private static final Pattern RANGE = Pattern.compile("\\{\\s*range(?:\\s+(.*?))?\\s*}", Pattern.DOTALL);

    /**
     * Reads braces and what is between them.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Placeholder of(SqlToken braces) {
        Matcher range = RANGE.matcher(braces.text());
        if (!range.matches()) {
            throw new IllegalArgumentException(
                    braces.text() + " stands for nothing; write {range} or {range alias}, or put a literal in quotes");
        }
        String alias = range.group(1);
        return new Placeholder(alias == null || alias.isEmpty() ? null : TableName.of(alias));
    }
}
