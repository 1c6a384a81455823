package dev.migrate.type.command;

import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.WholeWork;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command that can be started, and the rows by whose keys it is cut, if there are any. */
final class CommandJob implements PreparedJob {

    private final CommandTemplate command;
    private final Map<DatabaseName, SourceRows> sources = new LinkedHashMap<>();
    private final Supervisor supervisor;
    private final OutputFiles output;
    private final List<String> notes;

    CommandJob(
            CommandTemplate command,
            List<SourceRows> sources,
            Supervisor supervisor,
            OutputFiles output,
            List<String> notes) {
        this.command = command;
        sources.forEach(rows -> this.sources.put(rows.rows().database(), rows));
        this.supervisor = supervisor;
        this.output = output;
        this.notes = List.copyOf(notes);
    }

    @Override
    public List<KeySpace> keySpaces() {
        return sources.values().stream()
                .map(rows -> new KeySpace(List.of(rows.rows())))
                .toList();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** None: what is run is no SQL, and stands in the notes. */
    @Override
    public List<String> statements() {
        return List.of();
    }

    @Override
    public WholeWork open(Partition partition) {
        return new CommandWork(partition, command, rows(partition.database()), supervisor, output.of(partition));
    }

    private @Nullable SourceRows rows(@Nullable DatabaseName database) {
        SourceRows rows = database == null ? null : sources.get(database);
        if (rows == null && (database != null || !sources.isEmpty())) {
            throw new IllegalArgumentException("the job has no table on database " + database);
        }
        return rows;
    }
}
