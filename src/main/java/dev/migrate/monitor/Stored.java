package dev.migrate.monitor;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the repository stores as JSON. */
final class Stored {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Stored() {}

    static Map<String, String> parameters(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    static List<LiveWorker> workers(String json) {
        return JSON.readValue(json, new TypeReference<List<LiveWorker>>() {});
    }

    static KeyRange range(@Nullable String lower, @Nullable String upper) {
        return KeyRange.between(key(lower), key(upper));
    }

    private static @Nullable KeyValue key(@Nullable String json) {
        return json == null ? null : new KeyValue(JSON.readValue(json, new TypeReference<List<String>>() {}));
    }
}
