package dev.migrate.engine.run;

import dev.migrate.job.key.KeyValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keys as the repository stores them: JSON arrays of texts. */
public final class StoredKey {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredKey() {}

    public static @Nullable String json(@Nullable KeyValue key) {
        return key == null ? null : JSON.writeValueAsString(key.parts());
    }
}
