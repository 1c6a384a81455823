package dev.migrate.type.compare.hash;

import dev.migrate.job.key.ColumnName;
import java.util.List;

/**
 * How a column that both sides have is compared, in SQL that is good for either side. Two values are the same where their
 * canonical texts are; the hashed expressions are equal exactly then, and cheaper.
 *
 * @param text the canonical text
 * @param shown the text that a person is shown
 * @param hashed what the typed row hash takes
 * @param typed whether that is more than the text
 */
public record ComparedColumn(ColumnName name, String text, String shown, List<String> hashed, boolean typed) {

    public ComparedColumn {
        hashed = List.copyOf(hashed);
    }

    static ComparedColumn byHashOf(ColumnName name, String value, String... hashed) {
        return new ComparedColumn(name, text(value), text(value), List.of(hashed), true);
    }

    static ComparedColumn byText(ColumnName name, String value) {
        return new ComparedColumn(name, text(value), text(name.quoted()), List.of(text(value)), false);
    }

    /** In the collation that knows bytes only: it takes no unequal texts for equal, and hashes alike everywhere. */
    static String text(String value) {
        return "(" + value + "::text collate \"C\")";
    }
}
