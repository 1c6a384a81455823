package dev.migrate.type.copy.page;

import dev.migrate.job.key.KeyRange;
import dev.migrate.type.copy.statement.SourceSql;
import dev.migrate.type.copy.statement.TargetSql;
import java.sql.Connection;

/** The rows are streamed from one server right into the other one's table. */
public record StraightIn(BetweenServers servers, SourceSql source, TargetSql into) implements Transfer {

    @Override
    public Copied copy(KeyRange range, Connection target) throws Exception {
        return servers.stream(source, range, target, into.copy());
    }

    @Override
    public String shown() {
        return source.shownSent() + ";\n-- in the target\n" + into.copy();
    }
}
