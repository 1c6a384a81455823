package dev.migrate.definition.sql;

import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Binds the parameters of a job to the SQL of its definition, where they stand as {@code :name}. They are never spliced:
 * each becomes a {@code ?} with the parameter's text, whose type the server infers. Immutable.
 */
public final class SqlParameters {

    private final JobRequest request;

    public SqlParameters(JobRequest request) {
        this.request = request;
    }

    /**
     * A condition that is whole in itself, so that it can stand between parentheses; without SQL, one that always holds.
     *
     * @param path where the SQL stands in the definition, such as {@code source.where}
     * @throws dev.migrate.job.UserMistake if it is not whole, or names a parameter that was not given
     */
    public BoundSql condition(String path, @Nullable String sql) {
        return sql == null
                ? BoundSql.TRUE
                : at(path, () -> {
                    List<SqlToken> tokens = SqlScanner.scan(sql);
                    WholeCondition.check(tokens);
                    return template(tokens).on(alias -> BoundSql.TRUE);
                });
    }

    /**
     * One statement that says with {@code {range}} where the rows of a page come in. A semicolon may end it.
     *
     * @param path where the SQL stands in the definition, such as {@code statement}
     * @throws dev.migrate.job.UserMistake if it is none, or several, or names a parameter that was not given
     */
    public SqlTemplate statement(String path, String sql) {
        return at(path, () -> template(OneStatement.of(SqlScanner.scan(sql))));
    }

    private SqlTemplate template(List<SqlToken> tokens) {
        UnnamedParameter.check(tokens);
        return new SqlTemplate(tokens, request::parameter);
    }

    private <T> T at(String path, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw request.mistake(path, String.valueOf(e.getMessage()));
        }
    }
}
