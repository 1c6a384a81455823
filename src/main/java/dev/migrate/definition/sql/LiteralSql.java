package dev.migrate.definition.sql;

import dev.migrate.definition.sql.SqlToken.Kind;
import dev.migrate.job.key.BoundSql;
import java.util.Iterator;
import java.util.List;

/** Writes a statement out with literals, for commands that take no arguments. */
public final class LiteralSql {

    private LiteralSql() {}

    /**
     * The statement with a literal for each of its arguments.
     *
     * @param literals as the server itself has quoted the arguments
     */
    public static String of(BoundSql sql, List<String> literals) {
        StringBuilder written = new StringBuilder();
        Iterator<String> next = literals.iterator();
        List<SqlToken> tokens = SqlScanner.scan(sql.sql());
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() != Kind.QUESTION_MARK) {
                written.append(tokens.get(i).text());
            } else if (isOperator(tokens, i)) {
                written.append('?');
                i++;
            } else {
                // Apart, or a word before it would make it another kind of literal: e'...'.
                written.append(' ').append(next.next()).append(' ');
            }
        }
        if (next.hasNext()) {
            throw new IllegalArgumentException("more literals than the SQL has places for");
        }
        return written.toString();
    }

    /** The driver wants a ? that is no argument doubled. */
    private static boolean isOperator(List<SqlToken> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.QUESTION_MARK;
    }
}
