package dev.migrate.monitor;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the repository stores as JSON. */
final class Stored {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private Stored() {}

    static Map<String, String> parameters(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    static List<LiveWorker> workers(String json) {
        return JSON.readValue(json, new TypeReference<List<LiveWorker>>() {});
    }

    static KeyRange range(@Nullable String lower, @Nullable String upper) {
        return new KeyRange(key(lower), key(upper));
    }

    static Map<String, Object> keyColumns(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    static Map<String, Map<String, @Nullable String>> columns(@Nullable String json) {
        return json == null
                ? Map.of()
                : JSON.readValue(json, new TypeReference<LinkedHashMap<String, Map<String, @Nullable String>>>() {});
    }

    private static @Nullable KeyValue key(@Nullable String json) {
        return json == null ? null : new KeyValue(JSON.readValue(json, new TypeReference<List<String>>() {}));
    }
}
