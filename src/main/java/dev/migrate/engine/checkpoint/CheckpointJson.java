package dev.migrate.engine.checkpoint;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
            // A release before this one knew of no rows that failed.
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private CheckpointJson() {}

    static String write(KeyValue position) {
        return JSON.writeValueAsString(position.parts());
    }

    static String write(PageResult result) {
        return JSON.writeValueAsString(result);
    }

    static @Nullable KeyValue position(@Nullable String json) {
        return json == null ? null : new KeyValue(List.of(JSON.readValue(json, String[].class)));
    }

    static @Nullable PageResult result(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, PageResult.class);
    }
}
