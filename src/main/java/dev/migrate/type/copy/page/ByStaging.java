package dev.migrate.type.copy.page;

import dev.migrate.database.Query;
import dev.migrate.job.key.KeyRange;
import dev.migrate.type.copy.statement.SourceSql;
import dev.migrate.type.copy.statement.TargetSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rows are streamed into a temporary table of the other server, and inserted from there. The table lives no longer than
 * the page: its session may be a pooler's.
 */
public record ByStaging(BetweenServers servers, SourceSql source, TargetSql into) implements Transfer {

    @Override
    public Copied copy(KeyRange range, Connection target) throws Exception {
        execute(target, into.makeStaging());
        Copied staged = servers.stream(source, range, target, into.copyIntoStaging());
        long written = insert(target);
        execute(target, into.dropStaging());
        return new Copied(staged.counted(), written);
    }

    private long insert(Connection target) throws SQLException {
        try (PreparedStatement insert = Query.prepare(target, into.insertStaged())) {
            return insert.executeLargeUpdate();
        }
    }

    private static void execute(Connection target, String sql) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String shown() {
        return String.join(
                ";\n",
                source.shownSent(),
                "-- in the target\n" + into.makeStaging(),
                into.copyIntoStaging(),
                into.insertStaged().sql());
    }
}
