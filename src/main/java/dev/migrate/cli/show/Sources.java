package dev.migrate.cli.show;

import dev.migrate.definition.Source;
import dev.migrate.job.key.DatabaseName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what tables a definition names, whatever its type. */
final class Sources {

    private Sources() {}

    /** {@code primary posts, replica posts}: each source among a definition's components, in their order. */
    static String of(Record definition) {
        return Arrays.stream(definition.getClass().getRecordComponents())
                .flatMap(component -> value(definition, component))
                .flatMap(value -> value instanceof Source source ? Stream.of(words(source)) : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private static String words(Source source) {
        return source.databases().stream().map(DatabaseName::value).collect(Collectors.joining("+")) + " "
                + source.table();
    }

    private static Stream<Object> value(Record definition, RecordComponent component) {
        try {
            return Stream.ofNullable(component.getAccessor().invoke(definition));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
