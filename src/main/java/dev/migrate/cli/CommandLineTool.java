package dev.migrate.cli;

import dev.migrate.cli.args.Arguments;
import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.display.Console;
import dev.migrate.cli.steer.Wish;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** What users type and see. Nothing is thrown out of it: every ending is an exit code, every mistake a sentence. */
public final class CommandLineTool {

    private static final int HELP_WIDTH = 100;

    private final Class<?> application;
    private final Console console;

    /**
     * A command line before an application.
     *
     * @param application what Spring starts from, for commands that need it
     */
    public CommandLineTool(Class<?> application, Console console) {
        this.application = application;
        this.console = console;
    }

    /** Does what is asked for; returns the exit code. */
    public int run(String... words) {
        Arguments arguments = new Arguments(List.of(words));
        CommandLine commands = commands(arguments);
        return printed(commands.execute(arguments
                .commandFirst(commands.getSubcommands().keySet(), optionsWithValue(commands))
                .toArray(String[]::new)));
    }

    /** The exit code, which does not say that all is well when a full disk took the result. */
    private int printed(int exitCode) {
        if (!console.out().checkError() || console.readerIsGone()) {
            return exitCode;
        }
        console.err().println("standard output took no more, so not everything was printed; run the same again");
        return exitCode == 0 ? Complaints.FAILED : exitCode;
    }

    private CommandLine commands(Arguments arguments) {
        Startup startup = new Startup(application, console, arguments.spring());
        TypedCommand typed = TypedCommand.of(
                System.getProperty("dev.migrate.launcher"),
                System.getProperty("sun.java.command", ""),
                arguments.given());
        Complaints complaints = new Complaints();
        return new CommandLine(new RunCommand(startup, typed))
                .addSubcommand(new WorkerCommand(startup))
                .addSubcommand(new PlanCommand(startup))
                .addSubcommand(new JobsCommand(startup))
                .addSubcommand(new StatusCommand(startup, typed))
                .addSubcommand(new FindingsCommand(startup))
                .addSubcommand(new FailedCommand(startup, typed))
                .addSubcommand(Wish.STOP.word(), SteerCommand.of(startup, Wish.STOP))
                .addSubcommand(Wish.PAUSE.word(), SteerCommand.of(startup, Wish.PAUSE))
                .addSubcommand(Wish.RESUME.word(), SteerCommand.of(startup, Wish.RESUME))
                .addSubcommand(new RestartCommand(startup, typed))
                .addSubcommand(Wish.ABANDON.word(), SteerCommand.of(startup, Wish.ABANDON))
                .addSubcommand(new ThrottleCommand(startup))
                .addSubcommand(new ServeCommand(startup))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    private static Set<String> optionsWithValue(CommandLine root) {
        return Stream.concat(Stream.of(root), root.getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> option.arity().max() > 0)
                .map(OptionSpec::longestName)
                .collect(Collectors.toSet());
    }
}
