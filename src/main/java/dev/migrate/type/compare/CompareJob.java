package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.page.ComparePage;
import dev.migrate.type.compare.page.Expectation;
import dev.migrate.type.compare.page.PageSql;
import dev.migrate.type.compare.page.Side;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Two tables that can be compared. */
record CompareJob(
        Databases databases,
        Executor secondSide,
        RowSource source,
        RowSource target,
        RowHash hash,
        Expectation expectation,
        List<String> notes)
        implements PreparedJob {

    CompareJob {
        notes = List.copyOf(notes);
    }

    @Override
    public List<KeySpace> keySpaces() {
        return List.of(new KeySpace(List.of(source, target)));
    }

    @Override
    public List<String> statements() {
        return Stream.of(source, target)
                .map(rows -> "-- on " + rows.database() + "\n" + new PageSql(rows, hash).firstStatement())
                .toList();
    }

    @Override
    public PageWork open(Partition partition) {
        return new ComparePage(side(source), side(target), hash, expectation, secondSide);
    }

    private Side side(RowSource rows) {
        return new Side(rows, new Query(databases.dataSource(rows.database())));
    }
}
