package dev.migrate.definition.sql;

import dev.migrate.definition.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts SQL into tokens as PostgreSQL does, as far as that is needed to tell a parameter from what only looks like one. */
final class SqlScanner {

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private final Brackets brackets = new Brackets();
    private int at;

    private SqlScanner(String sql) {
        this.sql = sql;
    }

    /**
     * The tokens of a piece of SQL.
     *
     * @throws IllegalArgumentException if a literal, a quoted name or a comment does not end
     */
    static List<SqlToken> scan(String sql) {
        SqlScanner scanner = new SqlScanner(sql);
        while (scanner.at < sql.length()) {
            scanner.token();
        }
        return List.copyOf(scanner.tokens);
    }

    private void token() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            add(Kind.SPACE, endWhile(at, Character::isWhitespace));
        } else if (isNamePart(c) && c != '$') {
            word();
        } else if (c == '\'' || c == '"') {
            add(Kind.QUOTED, endOfQuoted(at, false));
        } else if (c == '$') {
            dollar();
        } else if (sql.startsWith("--", at)) {
            add(Kind.LINE_COMMENT, endWhile(at, other -> other != '\n' && other != '\r'));
        } else if (sql.startsWith("/*", at)) {
            add(Kind.BLOCK_COMMENT, endOfComment());
        } else if (c == '?') {
            add(Kind.QUESTION_MARK, at + 1);
        } else if (c == '{') {
            add(Kind.BRACES, endOfBraces());
        } else {
            symbol(c);
        }
    }

    private void word() {
        int end = endWhile(at, SqlScanner::isNamePart);
        boolean escapes = end == at + 1 && "eE".indexOf(sql.charAt(at)) >= 0 && sql.startsWith("'", end);
        add(escapes ? Kind.QUOTED : Kind.WORD, escapes ? endOfQuoted(end, true) : end);
    }

    private void dollar() {
        int end = endWhile(at + 1, c -> isNamePart(c) && c != '$');
        if (end > at + 1 && Character.isDigit(sql.charAt(at + 1))) {
            throw new IllegalArgumentException("%s stands for nothing; a parameter of the job is written :name"
                    .formatted(sql.substring(at, endWhile(at + 1, Character::isDigit))));
        }
        if (!sql.startsWith("$", end)) {
            add(Kind.SYMBOL, at + 1);
            return;
        }
        String tag = sql.substring(at, end + 1);
        int closing = sql.indexOf(tag, end + 1);
        if (closing < 0) {
            throw unended("the literal after " + tag);
        }
        add(Kind.QUOTED, closing + tag.length());
    }

    private void symbol(char c) {
        if (sql.startsWith("::", at)) {
            add(Kind.SYMBOL, at + 2);
        } else if (c == ':' && startsName(at + 1) && !brackets.inSubscript()) {
            add(Kind.PARAMETER, endWhile(at + 1, other -> isNamePart(other) && other != '$'));
        } else {
            brackets.see(c, tokens);
            add(Kind.SYMBOL, at + 1);
        }
    }

    private int endOfQuoted(int from, boolean escapes) {
        char quote = sql.charAt(from);
        for (int i = from + 1; i < sql.length(); i++) {
            boolean doubled = sql.charAt(i) == quote && sql.startsWith(String.valueOf(quote), i + 1);
            if (doubled || (escapes && sql.charAt(i) == '\\')) {
                i++;
            } else if (sql.charAt(i) == quote) {
                return i + 1;
            }
        }
        throw unended(quote == '"' ? "a name in double quotes" : "a literal in quotes");
    }

    private int endOfComment() {
        int depth = 0;
        for (int i = at; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        throw unended("a comment");
    }

    private int endOfBraces() {
        int i = at + 1;
        while (i < sql.length() && sql.charAt(i) != '}') {
            i = sql.charAt(i) == '"' ? endOfQuoted(i, false) : i + 1;
        }
        if (i >= sql.length()) {
            throw new IllegalArgumentException("the SQL has a { that nothing closes; write {range} or {range alias}");
        }
        return i + 1;
    }

    private int endWhile(int from, IntPredicate holds) {
        int end = from;
        while (end < sql.length() && holds.test(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean startsName(int index) {
        return index < sql.length() && isNamePart(sql.charAt(index)) && !isDigitOrDollar(sql.charAt(index));
    }

    private static boolean isDigitOrDollar(char c) {
        return c == '$' || Character.isDigit(c);
    }

    private static boolean isNamePart(int c) {
        return c == '_' || c == '$' || c > 127 || Character.isLetterOrDigit(c);
    }

    private void add(Kind kind, int end) {
        tokens.add(new SqlToken(kind, sql.substring(at, end)));
        at = end;
    }

    private static IllegalArgumentException unended(String what) {
        return new IllegalArgumentException("the SQL has no end of " + what);
    }
}
