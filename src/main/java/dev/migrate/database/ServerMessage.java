package dev.migrate.database;

import dev.migrate.job.UserMistake;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server said, in its own words, for sentences that pass it on. */
public final class ServerMessage {

    private ServerMessage() {}

    /**
     * The server's message among the causes; without one, the first line of what the driver said, or of the error's own where
     * that is a sentence for the user, or has nothing to do with a database. One line, no secrets.
     */
    public static String of(Throwable error) {
        return causes(error)
                .flatMap(cause -> said(cause).stream())
                .findFirst()
                .orElseGet(() -> firstLine(teller(error)));
    }

    /** The character, from 1, of the SQL as it was sent at which the server has found something wrong, if it says so. */
    public static OptionalInt position(Throwable error) {
        return causes(error)
                .filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage())
                .filter(message -> message != null && message.getPosition() > 0)
                .mapToInt(ServerErrorMessage::getPosition)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    /** Pools and templates wrap what the driver said in words about themselves. */
    private static Throwable teller(Throwable error) {
        return error instanceof UserMistake
                ? error
                : causes(error)
                        .filter(SQLException.class::isInstance)
                        .reduce((outer, inner) -> inner)
                        .orElse(error);
    }

    private static Optional<String> said(Throwable cause) {
        return cause instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage()).map(ServerErrorMessage::getMessage)
                : Optional.empty();
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("no reason given");
    }
}
