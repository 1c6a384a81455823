package dev.migrate.engine.checkpoint;

import dev.migrate.job.PageResult;
import dev.migrate.job.key.KeyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Positions and results as a checkpoint keeps them; what is read equals what was written. Thread-safe. */
final class CheckpointJson {

    // The database may be in an encoding that lacks letters of another one's keys; a finding's key holds no Integer.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private CheckpointJson() {}

    static String write(KeyValue position) {
        return JSON.writeValueAsString(position.parts());
    }

    static String write(PageResult result) {
        return JSON.writeValueAsString(StoredResult.of(result));
    }

    static @Nullable KeyValue position(@Nullable String json) {
        return json == null ? null : new KeyValue(List.of(JSON.readValue(json, String[].class)));
    }

    static @Nullable PageResult result(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, StoredResult.class).result();
    }
}
