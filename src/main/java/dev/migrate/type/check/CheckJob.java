package dev.migrate.type.check;

import dev.migrate.definition.sql.ShownSql;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules that every one of their databases takes. */
final class CheckJob implements PreparedJob {

    private final Map<DatabaseName, CheckPage> pages = new LinkedHashMap<>();
    private final long mostFindings;
    private final List<String> notes;

    CheckJob(List<CheckPage> pages, long mostFindings, List<String> notes) {
        pages.forEach(page -> this.pages.put(page.rows().database(), page));
        this.mostFindings = mostFindings;
        this.notes = List.copyOf(notes);
    }

    @Override
    public List<KeySpace> keySpaces() {
        return pages.values().stream()
                .map(page -> new KeySpace(List.of(page.rows())))
                .toList();
    }

    @Override
    public long mostFindings() {
        return mostFindings;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public List<String> statements() {
        Map<DatabaseName, String> shown = new LinkedHashMap<>();
        pages.forEach((database, page) -> shown.put(database, page.shown()));
        return ShownSql.on(shown);
    }

    @Override
    public PageWork open(Partition partition) {
        CheckPage page = pages.get(partition.database());
        if (page == null) {
            throw new IllegalArgumentException("the job has no table on database " + partition.database());
        }
        return page;
    }
}
