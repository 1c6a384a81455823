package dev.migrate.definition.sql;

import java.util.List;

/** Checks that SQL is one statement that a page can run. */
final class OneStatement {

    private OneStatement() {}

    /** The statement without a semicolon at its end. */
    static List<SqlToken> of(List<SqlToken> tokens) {
        List<SqlToken> statement = upToSemicolon(tokens);
        List<SqlToken> rest = tokens.subList(statement.size(), tokens.size());
        if (isBlank(statement)) {
            throw new IllegalArgumentException("the SQL is empty; write one statement with {range} in its where");
        }
        if (!rest.isEmpty() && !isBlank(rest.subList(1, rest.size()))) {
            throw new IllegalArgumentException(
                    "the SQL has more than one statement, and a page runs one; remove what comes after the first ;");
        }
        BalancedBrackets.check(statement);
        if (statement.stream().noneMatch(token -> token.kind() == SqlToken.Kind.BRACES)) {
            throw new IllegalArgumentException(
                    "the SQL has no {range}, so that every page would run it on the whole table; write where {range}");
        }
        return statement;
    }

    private static List<SqlToken> upToSemicolon(List<SqlToken> tokens) {
        return tokens.stream().takeWhile(token -> !token.isSymbol(";")).toList();
    }

    private static boolean isBlank(List<SqlToken> tokens) {
        return tokens.stream().allMatch(token -> token.kind().isBlank());
    }
}
