package dev.migrate.type.sql;

import dev.migrate.definition.sql.ShownSql;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A statement that every one of its databases takes. */
final class SqlJob implements PreparedJob {

    private final Map<DatabaseName, SqlPage> pages = new LinkedHashMap<>();
    private final List<String> notes;

    SqlJob(List<SqlPage> pages, List<String> notes) {
        pages.forEach(page -> this.pages.put(page.target(), page));
        this.notes = List.copyOf(notes);
    }

    @Override
    public List<KeySpace> keySpaces() {
        return pages.values().stream()
                .map(page -> new KeySpace(List.of(page.sql().rows())))
                .toList();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public List<String> statements() {
        Map<DatabaseName, String> shown = new LinkedHashMap<>();
        pages.forEach((database, page) ->
                shown.put(database, page.sql().shownCount() + ";\n" + page.sql().shown()));
        return ShownSql.on(shown);
    }

    @Override
    public TargetWork open(Partition partition) {
        SqlPage page = pages.get(partition.database());
        if (page == null) {
            throw new IllegalArgumentException("the job has no table on database " + partition.database());
        }
        return page;
    }

    @Override
    public Set<DatabaseName> targets(DatabaseName partitions) {
        return Set.of(partitions);
    }
}
