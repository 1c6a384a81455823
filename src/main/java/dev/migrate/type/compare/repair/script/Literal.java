package dev.migrate.type.compare.repair.script;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values into SQL, each on one line whatever is in it. */
final class Literal {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final int LAST_CONTROL = 0x1f;
    private static final char DELETE = 0x7f;

    private Literal() {}

    /** A value of a type, from its text. */
    static String of(@Nullable String text, String type) {
        if (text == null) {
            return "null";
        }
        return INTEGERS.contains(type) && text.matches("-?[0-9]{1,18}") ? text : of(text);
    }

    static String of(String text) {
        String doubled = text.replace("'", "''");
        return text.chars().allMatch(c -> isPlain((char) c)) ? "'" + doubled + "'" : "E'" + escaped(doubled) + "'";
    }

    private static boolean isPlain(char c) {
        return c > LAST_CONTROL && c != DELETE && c != '\\';
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> isPlain((char) c) ? String.valueOf((char) c) : escaped((char) c))
                .collect(Collectors.joining());
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) c);
        };
    }
}
