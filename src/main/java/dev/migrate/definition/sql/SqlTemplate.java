package dev.migrate.definition.sql;

import dev.migrate.definition.sql.SqlToken.Kind;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SQL of a definition that becomes another statement for each page: wherever it says {@code {range}}. Immutable. */
public final class SqlTemplate {

    /** Writes the condition that a row is in the page in hand. */
    @FunctionalInterface
    public interface Range {

        /**
         * The condition.
         *
         * @param alias what the columns of the key are to be qualified with; null for nothing
         */
        BoundSql of(@Nullable TableName alias);
    }

    private final List<SqlToken> tokens;
    private final Function<String, Optional<String>> parameters;

    /** @throws IllegalArgumentException if it names a parameter that was not given, or has something else in braces */
    SqlTemplate(List<SqlToken> tokens, Function<String, Optional<String>> parameters) {
        this.tokens = List.copyOf(tokens);
        this.parameters = parameters;
        on(alias -> BoundSql.TRUE);
    }

    /** The statement for a page. The condition is put in parentheses, so that it can stand wherever a value can. */
    public BoundSql on(Range range) {
        StringBuilder sql = new StringBuilder();
        List<@Nullable Object> arguments = new ArrayList<>();
        Kind before = Kind.SPACE;
        for (SqlToken token : tokens) {
            if (token.kind() == Kind.QUESTION_MARK && before == Kind.PARAMETER) {
                sql.append(' ');
            }
            BoundSql bound = bound(token, range);
            sql.append(bound.sql());
            arguments.addAll(bound.arguments());
            before = token.kind();
        }
        return new BoundSql(sql.toString(), arguments);
    }

    private BoundSql bound(SqlToken token, Range range) {
        return switch (token.kind()) {
            case PARAMETER -> BoundSql.of("?", value(token.text().substring(1)));
            case BRACES ->
                BoundSql.of("(").then(range.of(Placeholder.of(token).alias())).then(")");
            // The driver takes a single ? for one of its parameters, though PostgreSQL has operators of that name.
            case QUESTION_MARK -> BoundSql.of("??");
            // It would swallow what is put behind the SQL.
            case LINE_COMMENT -> BoundSql.of(" ");
            default -> BoundSql.of(token.text());
        };
    }

    private String value(String name) {
        return parameters
                .apply(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the SQL uses :%s, which the command line does not give; add %s=VALUE".formatted(name, name)));
    }

    /** The statement for a person to read: as it was written, but for the range. */
    public String shown(Range range) {
        StringBuilder sql = new StringBuilder();
        tokens.forEach(token ->
                sql.append(token.kind() == Kind.BRACES ? bound(token, range).sql() : token.text()));
        return sql.toString().strip();
    }

    /** The word with which it begins, in lower case; empty if it begins with something else. */
    public String firstWord() {
        return tokens.stream()
                .filter(token -> !token.kind().isBlank())
                .findFirst()
                .filter(token -> token.kind() == Kind.WORD)
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The columns of a table that it sets, as far as can be told by its words. */
    public Set<ColumnName> setsIn(TableName table) {
        return new Assignments(table, tokens).columns();
    }
}
