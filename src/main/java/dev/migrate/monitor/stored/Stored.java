package dev.migrate.monitor.stored;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the repository stores as JSON. */
public final class Stored {

    private Stored() {}

    // Word by word: a list of executions needs nothing else of JSON, and binding takes as long to set up as all the
    // rest.
    public static Map<String, String> parameters(String json) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try (JsonParser words = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            words.nextToken();
            for (String name = words.nextName(); name != null; name = words.nextName()) {
                parameters.put(name, words.nextStringValue());
            }
        }
        return parameters;
    }

    /** The range between two bounds, each an array of texts. */
    public static KeyRange range(@Nullable String lower, @Nullable String upper) {
        return range(parts(lower), parts(upper));
    }

    public static KeyRange range(@Nullable List<String> lower, @Nullable List<String> upper) {
        return KeyRange.between(key(lower), key(upper));
    }

    public static @Nullable DatabaseName database(@Nullable String name) {
        return name == null ? null : new DatabaseName(name);
    }

    private static @Nullable List<String> parts(@Nullable String json) {
        return json == null ? null : List.of(JsonMapper.shared().readValue(json, String[].class));
    }

    private static @Nullable KeyValue key(@Nullable List<String> parts) {
        return parts == null ? null : new KeyValue(parts);
    }
}
