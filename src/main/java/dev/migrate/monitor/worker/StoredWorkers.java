package dev.migrate.monitor.worker;

import dev.migrate.job.Partition;
import dev.migrate.monitor.stored.Stored;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads workers and brakes as the repository puts them into JSON. */
public final class StoredWorkers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record StoredHeld(
            int number,
            @Nullable String database,
            @Nullable List<String> lower,
            @Nullable List<String> upper,
            @Nullable Double seconds,
            long rows) {

        Held of(long instance) {
            return new Held(
                    new Partition(instance, number, Stored.database(database), Stored.range(lower, upper)),
                    seconds,
                    rows);
        }
    }

    private record StoredWorker(
            String host, long pid, int threads, @Nullable String declined, List<StoredHeld> held) {

        LiveWorker of(long instance) {
            List<Held> partitions = held.stream().map(one -> one.of(instance)).toList();
            return new LiveWorker(host, pid, threads, partitions, declined);
        }
    }

    private record StoredBrake(
            @Nullable String database, String brake, String reason, double seconds, String host, long pid) {

        Brake toBrake() {
            return new Brake(Stored.database(database), brake, reason, seconds, host, pid);
        }
    }

    private StoredWorkers() {}

    /** Those that work on an instance. */
    public static List<LiveWorker> workers(long instance, String json) {
        return Arrays.stream(JSON.readValue(json, StoredWorker[].class))
                .map(worker -> worker.of(instance))
                .toList();
    }

    public static List<Brake> brakes(String json) {
        return Arrays.stream(JSON.readValue(json, StoredBrake[].class))
                .map(StoredBrake::toBrake)
                .toList();
    }
}
