package dev.migrate.type.rows;

import dev.migrate.database.Databases;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.Pause;
import dev.migrate.job.PreparedJob;
import dev.migrate.type.rows.handle.HandlerAction;
import dev.migrate.type.rows.load.FindHandler;
import dev.migrate.type.rows.load.HandlerClass;
import dev.migrate.type.rows.page.RowAction;
import dev.migrate.type.rows.program.RowPrograms;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The job type rows: a handler or a program of the user's is given every row. Thread-safe. */
public final class RowsJobType implements JobType<RowsDefinition> {

    private final Databases databases;
    private final ConfigDirectory directory;
    private final Pause pause;
    private final Clock clock;
    private final RowPrograms programs;

    /**
     * @param directory where handlers and programs are found
     * @param pause between two attempts at a row
     * @param programs for jobs that give their rows to a program
     */
    public RowsJobType(Databases databases, ConfigDirectory directory, Pause pause, Clock clock, RowPrograms programs) {
        this.databases = databases;
        this.directory = directory;
        this.pause = pause;
        this.clock = clock;
        this.programs = programs;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public Class<RowsDefinition> definition() {
        return RowsDefinition.class;
    }

    @Override
    public List<Path> files(RowsDefinition definition, JobRequest request) {
        return definition.handler() == null
                ? programs.files(definition.command())
                : new FindHandler(directory, request).files(definition.handler());
    }

    @Override
    public PreparedJob prepare(RowsDefinition definition, JobRequest request) {
        return new PrepareRows(databases, request, definition).prepare(action(definition, request));
    }

    private RowAction action(RowsDefinition definition, JobRequest request) {
        if (definition.handler() == null) {
            return programs.action(definition.command(), definition.timeout(), definition.onError(), request);
        }
        HandlerClass handler = new FindHandler(directory, request).handler(definition.handler());
        return new HandlerAction(handler, request, definition.onError(), pause, clock);
    }
}
