package dev.migrate.definition.sql;

import java.util.List;

/** Checks that SQL is a condition that can stand between parentheses. */
final class WholeCondition {

    private WholeCondition() {}

    static void check(List<SqlToken> tokens) {
        if (tokens.stream().allMatch(token -> token.kind().isBlank())) {
            throw new IllegalArgumentException("the condition is empty; leave the key out to take all rows");
        }
        for (SqlToken token : tokens) {
            if (token.isSymbol(";")) {
                throw new IllegalArgumentException("a condition has no ; in it; remove it");
            }
            if (token.kind() == SqlToken.Kind.BRACES) {
                throw new IllegalArgumentException(
                        "a condition holds for all pages, so that it has no %s in it; remove it"
                                .formatted(token.text()));
            }
        }
        BalancedBrackets.check(tokens);
    }
}
