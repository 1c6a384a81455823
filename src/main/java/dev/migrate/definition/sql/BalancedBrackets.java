package dev.migrate.definition.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Checks that SQL cannot end the brackets in which it is put, nor leave some of its own open. */
final class BalancedBrackets {

    private static final Map<String, String> CLOSED_BY = Map.of("(", ")", "[", "]", "{", "}");

    private BalancedBrackets() {}

    static void check(List<SqlToken> tokens) {
        Deque<String> expected = new ArrayDeque<>();
        for (SqlToken token : tokens) {
            if (token.kind() == SqlToken.Kind.SYMBOL) {
                check(token.text(), expected);
            }
        }
        if (!expected.isEmpty()) {
            throw new IllegalArgumentException("the SQL lacks a closing " + expected.peek());
        }
    }

    private static void check(String symbol, Deque<String> expected) {
        if (CLOSED_BY.containsKey(symbol)) {
            expected.push(CLOSED_BY.get(symbol));
        } else if (CLOSED_BY.containsValue(symbol) && !symbol.equals(expected.poll())) {
            throw new IllegalArgumentException("the SQL has a " + symbol + " that closes nothing");
        }
    }
}
