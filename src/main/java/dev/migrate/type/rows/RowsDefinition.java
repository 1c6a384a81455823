package dev.migrate.type.rows;

import dev.migrate.type.rows.page.OnError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a job file of type rows says. Either a handler or a command.
 *
 * @param handler a Java source file below the config directory, or the name of a class
 * @param command a program and its arguments
 * @param timeout how long the program may be silent while it has rows to answer; null: a minute
 */
public record RowsDefinition(
        RowsSource source,
        @Nullable String handler,
        List<String> command,
        @Nullable Duration timeout,
        @DefaultValue OnError onError) {

    public RowsDefinition {
        command = List.copyOf(command);
        if (handler == null && command.isEmpty()) {
            throw new IllegalArgumentException("\"handler\" is missing; name a Java source file or a class,"
                    + " or a program with command: [...]");
        }
        if (handler != null && !command.isEmpty()) {
            throw new IllegalArgumentException("\"handler\" and \"command\" exclude each other; keep one of them");
        }
        if (timeout != null && handler != null) {
            throw new IllegalArgumentException("\"timeout\" goes with command only; remove it");
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("\"timeout\" must be longer than nothing, such as 60s");
        }
    }
}
