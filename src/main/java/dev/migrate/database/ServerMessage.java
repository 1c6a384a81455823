package dev.migrate.database;

import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server said, in its own words, for sentences that pass it on. */
public final class ServerMessage {

    private ServerMessage() {}

    /** The server's message among the causes; without one, the first line of the error's own. One line, no secrets. */
    public static String of(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .flatMap(cause -> said(cause).stream())
                .findFirst()
                .orElseGet(() -> firstLine(error));
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
