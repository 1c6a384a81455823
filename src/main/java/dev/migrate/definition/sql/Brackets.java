package dev.migrate.definition.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Which brackets are open, so that the colon of a slice {@code a[:n]} is not taken for a parameter. */
final class Brackets {

    private enum Open {
        PARENTHESIS,
        SUBSCRIPT,
        ARRAY
    }

    private final Deque<Open> open = new ArrayDeque<>();

    /** Whether the innermost bracket is that of a subscript. */
    boolean inSubscript() {
        return open.peek() == Open.SUBSCRIPT;
    }

    /** Takes note of a symbol that comes after the given tokens. */
    void see(char symbol, List<SqlToken> before) {
        switch (symbol) {
            case '(' -> open.push(Open.PARENTHESIS);
            case '[' -> open.push(isArray(before) ? Open.ARRAY : Open.SUBSCRIPT);
            case ')', ']' -> open.poll();
            default -> {}
        }
    }

    /** {@code array[...]}, or an array within one: {@code array[[...], [...]]}. */
    private boolean isArray(List<SqlToken> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            SqlToken token = before.get(i);
            if (!token.kind().isBlank()) {
                return token.text().equalsIgnoreCase("array")
                        || (open.peek() == Open.ARRAY && (token.isSymbol("[") || token.isSymbol(",")));
            }
        }
        return false;
    }
}
