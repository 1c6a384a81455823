package dev.migrate.type.compare.hash;

import dev.migrate.job.key.ColumnName;
import java.util.List;
import java.util.Optional;

/**
 * How a column that both sides have is compared, in SQL that is good for either side. Two values are the same where their
 * canonical texts are; the hashed expressions are equal exactly then, and cheaper.
 *
 * @param text the canonical text
 * @param shown the text that a person is shown, and that a server can turn into the value again
 * @param hashed what the typed row hash takes
 * @param typed whether that is more than the text
 * @param equality by which the servers decide where the canonical texts differ; empty: values differ then
 */
public record ComparedColumn(
        ColumnName name, String text, String shown, List<String> hashed, boolean typed, Optional<Equality> equality) {

    public ComparedColumn {
        hashed = List.copyOf(hashed);
    }

    static ComparedColumn byHashOf(ColumnName name, String value, String... hashed) {
        return new ComparedColumn(name, text(value), text(value), List.of(hashed), true, Optional.empty());
    }

    static ComparedColumn byText(ColumnName name, String value) {
        return new ComparedColumn(
                name, text(value), text(name.quoted()), List.of(text(value)), false, Optional.empty());
    }

    /** By a text that is also the one to show. */
    static ComparedColumn shownAs(ColumnName name, String value) {
        return new ComparedColumn(name, text(value), text(value), List.of(text(value)), false, Optional.empty());
    }

    /** PostgreSQL's hash of an array leaves out its dimensions. */
    static ComparedColumn array(ColumnName name, String value) {
        return byHashOf(name, value, value, "array_dims(" + value + ")");
    }

    /** The same column, but where texts differ, values are held against each other by the servers, if they can. */
    public ComparedColumn orBy(Optional<Equality> values) {
        return new ComparedColumn(name, text, shown, hashed, typed, values);
    }

    /** In the collation that knows bytes only: it takes no unequal texts for equal, and hashes alike everywhere. */
    static String text(String value) {
        return "(" + value + "::text collate \"C\")";
    }
}
