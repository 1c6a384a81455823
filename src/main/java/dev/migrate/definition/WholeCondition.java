package dev.migrate.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Checks that SQL cannot end the parentheses or the statement in which it is put. */
final class WholeCondition {

    private static final Map<String, String> CLOSED_BY = Map.of("(", ")", "[", "]");

    private WholeCondition() {}

    static void check(List<SqlToken> tokens) {
        if (tokens.stream().allMatch(token -> token.kind().isBlank())) {
            throw new IllegalArgumentException("the condition is empty; leave the key out to take all rows");
        }
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
        if (symbol.equals(";")) {
            throw new IllegalArgumentException("a condition has no ; in it; remove it");
        }
        if (CLOSED_BY.containsKey(symbol)) {
            expected.push(CLOSED_BY.get(symbol));
        } else if (CLOSED_BY.containsValue(symbol) && !symbol.equals(expected.poll())) {
            throw new IllegalArgumentException("the SQL has a " + symbol + " that closes nothing");
        }
    }
}
