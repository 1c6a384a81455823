package dev.migrate.monitor.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON text, and the maps that it is made of. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /** An object or a list on one line. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** An object for each. */
    static <T> List<Map<String, @Nullable Object>> list(
            List<T> all, Function<T, Map<String, @Nullable Object>> object) {
        return all.stream().map(object).toList();
    }

    /** An object of keys and values, one after the other. */
    static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }
}
