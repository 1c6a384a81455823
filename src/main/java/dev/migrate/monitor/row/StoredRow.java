package dev.migrate.monitor.row;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the repository stores of a row as JSON. */
final class StoredRow {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private StoredRow() {}

    static Map<String, Object> keyColumns(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    static Map<String, Map<String, @Nullable String>> columns(@Nullable String json) {
        return json == null
                ? Map.of()
                : JSON.readValue(json, new TypeReference<LinkedHashMap<String, Map<String, @Nullable String>>>() {});
    }
}
