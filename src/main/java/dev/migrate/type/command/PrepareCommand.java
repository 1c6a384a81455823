package dev.migrate.type.command;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.job.JobRequest;
import dev.migrate.job.Nearest;
import dev.migrate.job.UserMistake;
import dev.migrate.program.Programs;
import dev.migrate.table.check.CheckShards;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds a definition against its databases and the programs of this machine. */
final class PrepareCommand {

    private static final String COMMAND = "command";
    private static final String SOURCE = "source";

    private final Databases databases;
    private final Programs programs;
    private final JobRequest request;
    private final CommandDefinition definition;

    PrepareCommand(Databases databases, Programs programs, JobRequest request, CommandDefinition definition) {
        this.databases = databases;
        this.programs = programs;
        this.request = request;
        this.definition = definition;
    }

    /** The command, of which every name has a value, and which can be started. */
    CommandTemplate command() {
        List<ArgumentTemplate> arguments = IntStream.range(
                        0, definition.command().size())
                .mapToObj(i -> argument(i, definition.command().get(i)))
                .toList();
        CommandTemplate command = new CommandTemplate(arguments, request.parameters());
        demandStartable(command.shown());
        return command;
    }

    private ArgumentTemplate argument(int index, String text) {
        ArgumentTemplate argument = new ArgumentTemplate(text);
        argument.names()
                .forEach(name -> Slot.named(name).ifPresentOrElse(slot -> demand(slot, index), () -> {
                    if (!request.parameters().containsKey(name)) {
                        throw mistake(index, nameless(name));
                    }
                }));
        return argument;
    }

    private void demand(Slot slot, int index) {
        if (index == 0) {
            throw mistake(
                    index,
                    "the program is the same for every partition; {%s} can stand in its arguments"
                            .formatted(slot.word()));
        }
        if (slot.isOfSource() && definition.source() == null) {
            throw mistake(
                    index,
                    "{%s} needs a source, which the job does not have; add one, or leave {%s} out"
                            .formatted(slot.word(), slot.word()));
        }
    }

    private String nameless(String name) {
        String meant = Nearest.to(name, Stream.of(Slot.values()).map(Slot::word).toList())
                .map(near -> ", did you mean {" + near + "}")
                .orElse("");
        return "{%s} has no value%s? There are %s and the parameters of the command line; add %s=VALUE to it, or write {{%s}} for just that"
                .formatted(name, meant, Slot.all(), name, name);
    }

    private void demandStartable(List<String> command) {
        try {
            programs.demandStartable(command);
        } catch (IllegalArgumentException e) {
            throw request.mistake(COMMAND, String.valueOf(e.getMessage()));
        }
    }

    /** Where each database's slices come from; none without a source. */
    List<SourceRows> rows(CommandTemplate command) {
        Source source = definition.source();
        if (source == null) {
            return List.of();
        }
        var where = new SqlParameters(request).condition(SOURCE + ".where", source.where());
        return new CheckShards(databases, request, SOURCE)
                .rows(source.keys(), source.table(), source.key(), where).stream()
                        .map(shard -> new SourceRows(databases, shard.rows()))
                        .peek(rows -> demandOneColumn(rows, command))
                        .toList();
    }

    private void demandOneColumn(SourceRows rows, CommandTemplate command) {
        if (rows.rows().key().columns().size() > 1 && (command.uses(Slot.FROM) || command.uses(Slot.TO))) {
            throw request.mistake(
                    SOURCE,
                    "{from} and {to} are values of one column, and the key of \"%s\" is %s; name another unique key with key: [...]"
                            .formatted(rows.rows().table(), rows.rows().key()));
        }
    }

    private UserMistake mistake(int index, String sentence) {
        return request.mistake(COMMAND + "[" + index + "]", sentence);
    }

    /** What may surprise whoever runs it. */
    List<String> notes(CommandTemplate command, OutputFiles output) {
        String words = command.shown().stream().map(PrepareCommand::word).collect(Collectors.joining(" "));
        return List.of(
                "each partition runs in %s: %s".formatted(programs.directory(), words),
                "what the programs print goes to files in %s".formatted(output.directory()),
                "a program that was stopped, killed or cut off is run again from its beginning, perhaps while one on a frozen"
                        + " machine still goes on, so it has to bear that");
    }

    /** As a shell would want it, so that it can be tried out. */
    private static String word(String argument) {
        return argument.matches("[A-Za-z0-9_@%+=:,./{}-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
