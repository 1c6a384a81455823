package dev.migrate.definition.sql;

import dev.migrate.definition.sql.SqlToken.Kind;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.TableName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which columns of a table a statement sets, by its words alone: {@code update t set a = …, (b, c) = …}, {@code insert into t …
 * on conflict … do update set …}, {@code merge into t … update set …}, at any depth. Good for a warning, not for more.
 */
final class Assignments {

    private static final Set<String> ENDS = Set.of("where", "from", "returning", "when");

    private final TableName table;
    private final List<SqlToken> tokens;
    private final Set<ColumnName> columns = new LinkedHashSet<>();
    private int at;

    Assignments(TableName table, List<SqlToken> tokens) {
        this.table = table;
        this.tokens = tokens.stream().filter(token -> !token.kind().isBlank()).toList();
    }

    Set<ColumnName> columns() {
        boolean here = false;
        for (at = 0; at < tokens.size(); at++) {
            if (namesTable()) {
                here = isTable(is(at + 1, "only") ? at + 2 : at + 1);
            } else if (here && is(at, "set")) {
                at++;
                assignments();
            }
        }
        return Collections.unmodifiableSet(columns);
    }

    /** Not so the {@code update} of {@code do update set} and of {@code for no key update}. */
    private boolean namesTable() {
        return is(at, "into") || (is(at, "update") && !is(at + 1, "set") && !is(at - 1, "for") && !is(at - 1, "key"));
    }

    private boolean isTable(int from) {
        int end = from + 1;
        while (isSymbol(end, ".")) {
            end += 2;
        }
        String sql = IntStream.range(from, Math.min(end, tokens.size()))
                .mapToObj(i -> tokens.get(i).text())
                .collect(Collectors.joining());
        try {
            TableName named = TableName.of(sql);
            return named.name().equals(table.name())
                    && (named.schema() == null || table.schema() == null || named.equals(table));
        } catch (IllegalArgumentException e) {
            // No name: the server will say what is wrong with it.
            return false;
        }
    }

    /** Up to a word that ends them, or to a parenthesis that closes what they stand in. */
    private void assignments() {
        target();
        int depth = 0;
        while (at < tokens.size() && depth >= 0 && !(depth == 0 && ends())) {
            boolean next = depth == 0 && isSymbol(at, ",");
            depth += opens() ? 1 : closes() ? -1 : 0;
            at++;
            if (next) {
                target();
            }
        }
        at--;
    }

    /** {@code a}, {@code a[1]}, {@code a.field}, or {@code (a, b)}. */
    private void target() {
        if (!isSymbol(at, "(")) {
            add(at);
            return;
        }
        for (; at < tokens.size() && !isSymbol(at, ")"); at++) {
            if (isSymbol(at, "(") || isSymbol(at, ",")) {
                add(at + 1);
            }
        }
        at++;
    }

    private void add(int i) {
        if (i < tokens.size() && isName(i)) {
            columns.add(ColumnName.of(tokens.get(i).text()));
        }
    }

    private boolean ends() {
        return ENDS.stream().anyMatch(word -> is(at, word)) && !is(at - 1, "distinct");
    }

    private boolean opens() {
        return isSymbol(at, "(") || isSymbol(at, "[") || is(at, "case");
    }

    private boolean closes() {
        return isSymbol(at, ")") || isSymbol(at, "]") || is(at, "end");
    }

    private boolean is(int i, String word) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).kind() == Kind.WORD
                && tokens.get(i).text().equalsIgnoreCase(word);
    }

    private boolean isSymbol(int i, String symbol) {
        return i < tokens.size() && tokens.get(i).isSymbol(symbol);
    }

    private boolean isName(int i) {
        SqlToken token = tokens.get(i);
        return token.kind() == Kind.QUOTED
                ? token.text().startsWith("\"")
                : token.kind() == Kind.WORD && !Character.isDigit(token.text().charAt(0));
    }
}
