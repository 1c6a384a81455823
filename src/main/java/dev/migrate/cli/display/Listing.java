package dev.migrate.cli.display;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a list tells of each of its elements.
 *
 * @param columns the columns for people, as {@link String#formatted} aligns them
 * @param titles of these columns
 * @param cells what stands in them
 * @param names of the values for programs
 * @param values as many as names, in their order
 */
public record Listing<T>(
        String columns,
        List<String> titles,
        Function<T, List<String>> cells,
        List<String> names,
        Function<T, List<@Nullable Object>> values) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Listing {
        titles = List.copyOf(titles);
        names = List.copyOf(names);
    }

    /** What comes before the first element. */
    public Optional<String> head(ListFormat format) {
        return switch (format) {
            case TABLE -> Optional.of(aligned(titles));
            case JSON -> Optional.empty();
            case CSV -> Optional.of(String.join(",", names) + "\r");
        };
    }

    /** An element, without the line feed at its end. */
    public String line(ListFormat format, T element) {
        return switch (format) {
            case TABLE -> aligned(cells.apply(element));
            case JSON -> json(values.apply(element));
            case CSV -> csv(values.apply(element));
        };
    }

    private String aligned(List<String> line) {
        return columns.formatted(line.toArray()).replaceAll("\\p{Cntrl}", " ").stripTrailing();
    }

    private String json(List<@Nullable Object> line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Iterator<String> name = names.iterator();
        line.forEach(value -> object.put(name.next(), value));
        return JSON.writeValueAsString(object);
    }

    private static String csv(List<@Nullable Object> line) {
        return line.stream().map(Listing::text).map(Listing::quoted).collect(Collectors.joining(",")) + "\r";
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : JSON.writeValueAsString(value);
    }

    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
