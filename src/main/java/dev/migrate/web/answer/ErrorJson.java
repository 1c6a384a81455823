package dev.migrate.web.answer;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is answered instead of what was asked for: one object with the key {@code error}. */
public final class ErrorJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorJson() {}

    public static String of(String sentence) {
        return JSON.writeValueAsString(Map.of("error", sentence));
    }
}
