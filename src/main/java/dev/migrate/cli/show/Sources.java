package dev.migrate.cli.show;

import dev.migrate.definition.Source;
import dev.migrate.job.key.DatabaseName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
                .flatMap(Sources::in)
                .map(Sources::words)
                .collect(Collectors.joining(", "));
    }

    /** A source itself, or the one in a side that tells more than where its rows lie. */
    private static Stream<Source> in(Object value) {
        return value instanceof Record side && !(value instanceof Source)
                ? Arrays.stream(side.getClass().getRecordComponents())
                        .filter(component -> component.getType() == Source.class)
                        .flatMap(component -> value(side, component))
                        .map(Source.class::cast)
                : Stream.of(value).filter(Source.class::isInstance).map(Source.class::cast);
    }

    private static String words(Source source) {
        return source.databases().stream().map(DatabaseName::value).collect(Collectors.joining("+")) + " "
                + source.table();
    }

    private static Stream<Object> value(Record definition, RecordComponent component) {
        Method accessor = component.getAccessor();
        // The record itself may be its type's own affair.
        accessor.setAccessible(true);
        try {
            return Stream.ofNullable(accessor.invoke(definition));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
