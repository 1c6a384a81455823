package dev.migrate.cli;

import dev.migrate.job.UserMistake;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong: one sentence for each mistake, a stack trace only with {@code --debug}. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    static final int FAILED = 1;
    private static final int MISTAKEN = 2;

    @Override
    public int handleParseException(ParameterException e, String[] words) {
        e.getCommandLine().getErr().println(new ParseComplaint(e).sentence());
        return MISTAKEN;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (command.getParseResult().hasMatchedOption("--debug")) {
            e.printStackTrace(err);
        }
        Optional<UserMistake> mistake = cause(e, UserMistake.class)
                .or(() -> cause(e, BindException.class).map(Complaints::property));
        if (mistake.isPresent()) {
            mistake.get().sentences().forEach(err::println);
            return MISTAKEN;
        }
        err.println(cause(e, SQLException.class)
                .map(sql -> "A database failed: " + firstLine(sql) + "; put that right and run the same command again")
                .orElseGet(() -> "Internal error: " + e.getClass().getSimpleName() + ": " + firstLine(e)
                        + "; run again with --debug to see where"));
        return FAILED;
    }

    /** One of Spring's own properties. Its value is not repeated: it may be a secret. */
    private static UserMistake property(BindException e) {
        return new UserMistake(
                "the property " + e.getName() + " is set to what it cannot be; correct it, or leave it out");
    }

    private static <E extends Throwable> Optional<E> cause(Throwable e, Class<E> type) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it gives no reason");
    }
}
