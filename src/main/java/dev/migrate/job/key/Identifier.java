package dev.migrate.job.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads identifiers as PostgreSQL reads them (unquoted ones fold to lower case) and writes them quoted. */
final class Identifier {

    private Identifier() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The dotted parts of an SQL name, each as the catalog stores it. */
    static List<String> parts(String sql) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (true) {
            at = readPart(sql, at, parts);
            if (at == sql.length()) {
                return List.copyOf(parts);
            }
            at++;
        }
    }

    /** Reads the part that begins at {@code from}; returns where it ends: at a dot or at the end of the text. */
    private static int readPart(String sql, int from, List<String> parts) {
        int end = sql.startsWith("\"", from) ? endOfQuoted(sql, from) : endOfPlain(sql, from);
        String part = sql.substring(from, end);
        String name = part.startsWith("\"")
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || (end < sql.length() && sql.charAt(end) != '.')) {
            throw notAName(sql);
        }
        parts.add(name);
        return end;
    }

    private static int endOfQuoted(String sql, int from) {
        for (int i = from + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == '"') {
                if (sql.startsWith("\"", i + 1)) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        throw notAName(sql);
    }

    private static int endOfPlain(String sql, int from) {
        int i = from;
        while (i < sql.length() && isPlain(sql.charAt(i), i == from)) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(char c, boolean first) {
        return c == '_' || Character.isLetter(c) || (!first && (c == '$' || Character.isDigit(c)));
    }

    private static IllegalArgumentException notAName(String sql) {
        return new IllegalArgumentException(
                "\"" + sql + "\" is not a name in SQL; put a name with other characters in double quotes");
    }
}
