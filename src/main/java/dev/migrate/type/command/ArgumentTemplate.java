package dev.migrate.type.command;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument that may say {@code {name}}, anywhere and as often as it likes. {@code {{name}}} stands for {@code {name}} itself;
 * {@code ${name}} is a shell's affair; other braces, such as JSON's, are what they are.
 */
record ArgumentTemplate(String text) {

    private static final String NAME = "([A-Za-z][A-Za-z0-9_.-]*)";
    private static final Pattern BRACES = Pattern.compile("\\{\\{" + NAME + "}}|(?<!\\$)\\{" + NAME + "}");

    /** The names that it wants values for. */
    List<String> names() {
        return BRACES.matcher(text)
                .results()
                .filter(braces -> braces.group(2) != null)
                .map(braces -> braces.group(2))
                .distinct()
                .toList();
    }

    /** The argument with values in place of names. */
    String with(UnaryOperator<String> values) {
        return BRACES.matcher(text).replaceAll(braces -> Matcher.quoteReplacement(value(braces, values)));
    }

    private static String value(MatchResult braces, UnaryOperator<String> values) {
        return braces.group(2) == null ? "{" + braces.group(1) + "}" : values.apply(braces.group(2));
    }
}
