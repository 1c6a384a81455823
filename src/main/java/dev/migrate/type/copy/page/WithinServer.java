package dev.migrate.type.copy.page;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.type.copy.statement.SourceSql;
import dev.migrate.type.copy.statement.TargetSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Source and target are one database: no row leaves its server. */
public record WithinServer(SourceSql source, TargetSql into) implements Transfer {

    @Override
    public Copied copy(KeyRange range, Connection target) throws SQLException {
        long counted = count(range, target);
        try (PreparedStatement insert = Query.prepare(target, into.insert(source.rows(range)))) {
            return new Copied(counted, insert.executeLargeUpdate());
        }
    }

    private long count(KeyRange range, Connection target) throws SQLException {
        try (PreparedStatement count = Query.prepare(target, source.page().count(range));
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public String shown() {
        return into.insert(BoundSql.of(source.shown())).sql();
    }
}
