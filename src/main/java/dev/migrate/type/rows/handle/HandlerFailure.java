package dev.migrate.type.rows.handle;

import dev.migrate.job.UserMistake;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a handler's own errors become. */
final class HandlerFailure {

    private static final int MOST_CAUSES = 3;

    private HandlerFailure() {}

    /** The error and what caused it, for a person who has to find the row's fault. */
    static String words(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(Throwable::toString)
                .collect(Collectors.joining(", caused by "));
    }

    /**
     * A sentence with the error behind it. Not as its cause: what a handler meets elsewhere, such as a service that is away,
     * says nothing about the databases, and must not make the partition wait for them.
     */
    static UserMistake mistake(String sentence, Throwable error) {
        UserMistake mistake = new UserMistake(sentence);
        mistake.addSuppressed(error);
        return mistake;
    }
}
