package dev.migrate.engine.accept;

import dev.migrate.job.UserMistake;
import dev.migrate.job.throttle.BrakeText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code pause} and {@code throttle} of {@code migrate.run}. */
final class StoredSteering {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StoredSteering() {}

    /** What cannot be read holds the run, so that it does not go on faster than somebody meant it to. */
    static Steering read(boolean paused, String throttle) {
        Optional<String> pause = paused ? Optional.of("the run is paused") : Optional.empty();
        try {
            return new Steering(pause, paused, brakes(throttle));
        } catch (UserMistake e) {
            return new Steering(Optional.of("its throttle cannot be read: " + e.getMessage()), paused, List.of());
        }
    }

    private static List<BrakeText> brakes(String throttle) {
        return JSON.readTree(throttle).properties().stream()
                .map(entry -> BrakeText.of(entry.getKey(), text(entry.getValue())))
                .toList();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() ? null : value.asString();
    }
}
