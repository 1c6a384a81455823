package dev.migrate.definition;

import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import java.util.ArrayList;
import java.util.List;
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
        if (sql == null) {
            return BoundSql.TRUE;
        }
        try {
            List<SqlToken> tokens = SqlScanner.scan(sql);
            WholeCondition.check(tokens);
            return bind(tokens);
        } catch (IllegalArgumentException e) {
            throw request.mistake(path, String.valueOf(e.getMessage()));
        }
    }

    private BoundSql bind(List<SqlToken> tokens) {
        StringBuilder sql = new StringBuilder();
        List<@Nullable Object> arguments = new ArrayList<>();
        for (SqlToken token : tokens) {
            switch (token.kind()) {
                case PARAMETER -> {
                    sql.append('?');
                    arguments.add(value(token.text().substring(1)));
                }
                // the driver takes a single ? for one of its parameters, though PostgreSQL has operators of that name
                case QUESTION_MARK -> sql.append("??");
                // it would swallow what is put behind the condition
                case LINE_COMMENT -> sql.append(' ');
                default -> sql.append(token.text());
            }
        }
        return new BoundSql(sql.toString(), arguments);
    }

    private String value(String name) {
        String value = request.parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the SQL uses :%s, which the command line does not give; add %s=VALUE".formatted(name, name));
        }
        return value;
    }
}
