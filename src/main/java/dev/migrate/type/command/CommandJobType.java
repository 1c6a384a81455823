package dev.migrate.type.command;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;
import dev.migrate.program.Programs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The job type command: a program of the user's, run once for each partition, as many at a time as there are worker threads. A
 * partition whose program did not come to its end is run again from its beginning, so what a program does outside happens at
 * least once. Thread-safe.
 */
public final class CommandJobType implements JobType<CommandDefinition> {

    private final Databases databases;
    private final Programs programs;
    private final OutputFiles output;
    private final Clock clock;

    /** @param output the directory for what programs print; made when there is something to print */
    public CommandJobType(Databases databases, Programs programs, Path output, Clock clock) {
        this.databases = databases;
        this.programs = programs;
        this.output = new OutputFiles(output);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public Class<CommandDefinition> definition() {
        return CommandDefinition.class;
    }

    /** What the command names below the config directory: scripts. */
    @Override
    public List<Path> files(CommandDefinition definition, JobRequest request) {
        return programs.files(definition.command());
    }

    @Override
    public PreparedJob prepare(CommandDefinition definition, JobRequest request) {
        PrepareCommand prepare = new PrepareCommand(databases, programs, request, definition);
        CommandTemplate command = prepare.command();
        Supervisor supervisor = new Supervisor(programs, clock, definition.timeout());
        return new CommandJob(command, prepare.rows(command), supervisor, output, prepare.notes(command, output));
    }
}
