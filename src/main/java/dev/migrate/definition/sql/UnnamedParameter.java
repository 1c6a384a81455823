package dev.migrate.definition.sql;

import dev.migrate.definition.sql.SqlToken.Kind;
import java.util.List;

/** Tells a {@code ?} that was meant as a parameter from the operators of that name, which have something on their left. */
final class UnnamedParameter {

    private static final String OPERATORS = "+-*/<>=~!@#%^&|`";

    private UnnamedParameter() {}

    static void check(List<SqlToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.QUESTION_MARK && standsForValue(tokens, i)) {
                throw new IllegalArgumentException("? stands for nothing; a parameter of the job is written :name");
            }
        }
    }

    private static boolean standsForValue(List<SqlToken> tokens, int at) {
        boolean longer = at + 1 < tokens.size() && isOperator(tokens.get(at + 1));
        if (longer || at == 0) {
            return !longer;
        }
        SqlToken before = tokens.get(at - 1);
        return before.kind().isBlank() ? opens(lastWord(tokens.subList(0, at))) : isOneOf("=(,[", before);
    }

    private static SqlToken lastWord(List<SqlToken> tokens) {
        return tokens.stream()
                .filter(token -> !token.kind().isBlank())
                .reduce((one, next) -> next)
                .orElse(new SqlToken(Kind.SYMBOL, "("));
    }

    private static boolean opens(SqlToken token) {
        return isOneOf("(,[", token) || isOperator(token);
    }

    private static boolean isOperator(SqlToken token) {
        return token.kind() == Kind.QUESTION_MARK || isOneOf(OPERATORS, token);
    }

    private static boolean isOneOf(String symbols, SqlToken token) {
        return token.kind() == Kind.SYMBOL && symbols.contains(token.text());
    }
}
