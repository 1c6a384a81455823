package dev.migrate.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code throttle}. */
final class SetBrakes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunFlags flags;

    SetBrakes(RunFlags flags) {
        this.flags = flags;
    }

    Steered grant(FoundRun run, BrakeChanges changes) {
        return run.is("COMPLETED") || run.is("ABANDONED")
                ? new Steered.Refused(
                        run.name() + " is " + run.status() + run.since() + ": there is nothing left to hold back.")
                : set(run, changes);
    }

    private Steered set(FoundRun run, BrakeChanges changes) {
        Map<String, @Nullable String> brakes = new TreeMap<>(read(run.throttle()));
        List<String> told = new ArrayList<>();
        for (BrakeChange change : changes.changes()) {
            String key = change.brake().word();
            String before = words(brakes, key);
            apply(change, brakes);
            told.add(key + " was " + before + " and is " + words(brakes, key));
        }
        flags.throttle(run, JSON.writeValueAsString(brakes));
        return new Steered.Done(run.name() + ": " + String.join("; ", told)
                + (run.goesOn() ? "." : ". It counts when the run goes on."));
    }

    private static Map<String, @Nullable String> read(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static void apply(BrakeChange change, Map<String, @Nullable String> brakes) {
        if (change instanceof BrakeChange.ByHand set) {
            brakes.put(set.brake().word(), set.text().value().orElse(null));
        } else {
            brakes.remove(change.brake().word());
        }
    }

    private static String words(Map<String, @Nullable String> brakes, String key) {
        if (!brakes.containsKey(key)) {
            return "as the job file says";
        }
        String value = brakes.get(key);
        return value == null ? "lifted" : value;
    }
}
