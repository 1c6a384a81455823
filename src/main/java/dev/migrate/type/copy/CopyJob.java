package dev.migrate.type.copy;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.definition.sql.ShownSql;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.type.copy.page.CopyPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A query whose rows the target takes. */
record CopyJob(Databases databases, DatabaseName target, long mostFailedRows, List<Route> routes, List<String> notes)
        implements PreparedJob {

    // A row costs next to nothing, a page a statement or three, and two commits.
    private static final int FIRST_PAGE = 20_000;

    CopyJob {
        routes = List.copyOf(routes);
        notes = List.copyOf(notes);
    }

    @Override
    public List<KeySpace> keySpaces() {
        return routes.stream()
                .map(route -> new KeySpace(List.of(route.page().rows())))
                .toList();
    }

    @Override
    public List<String> statements() {
        Map<DatabaseName, String> shown = new LinkedHashMap<>();
        routes.forEach(route -> shown.put(route.source(), route.shown()));
        return ShownSql.on(shown);
    }

    @Override
    public TargetWork open(Partition partition) {
        Route route = routes.stream()
                .filter(candidate -> candidate.source().equals(partition.database()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the job has no table on database " + partition.database()));
        Query source = new Query(databases.dataSource(route.source()));
        return new CopyPage(route.page(), source, route.transfer(), target, mostFailedRows);
    }

    @Override
    public Set<DatabaseName> targets(DatabaseName partitions) {
        return Set.of(target);
    }

    @Override
    public int firstPage() {
        return FIRST_PAGE;
    }
}
