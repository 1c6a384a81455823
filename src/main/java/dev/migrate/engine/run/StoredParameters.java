package dev.migrate.engine.run;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Job parameters as JSON text, their names in order. */
public final class StoredParameters {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredParameters() {}

    public static String write(Map<String, String> parameters) {
        return JSON.writeValueAsString(new TreeMap<>(parameters));
    }

    public static Map<String, String> read(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
