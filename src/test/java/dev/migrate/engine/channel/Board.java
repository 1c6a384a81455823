package dev.migrate.engine.channel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/** The partitions that wait, as the repository would know them, and what came of them. Thread-safe. */
public final class Board {

    private final Map<Long, Long> waiting = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> done = new ConcurrentLinkedQueue<>();

    /** Lets partitions of an instance wait. */
    public List<StepExecutionRequest> put(long instance, long... attempts) {
        LongStream.of(attempts).forEach(attempt -> waiting.put(attempt, instance));
        return requests(attempts);
    }

    public static List<StepExecutionRequest> requests(long... attempts) {
        return LongStream.of(attempts)
                .mapToObj(attempt -> new StepExecutionRequest("worker:" + attempt, attempt))
                .toList();
    }

    /** The attempts that were worked on, each as often as that happened. */
    public List<Long> done() {
        return List.copyOf(done);
    }

    public Set<Long> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    /** Claims a partition, if it still waits. */
    boolean claim(long attempt) {
        return waiting.remove(attempt) != null;
    }

    /** Some partition that waits, of one of these instances. */
    List<Long> next(Set<Long> instances) {
        return waiting.entrySet().stream()
                .filter(partition -> instances.contains(partition.getValue()))
                .map(Map.Entry::getKey)
                .limit(1)
                .toList();
    }

    void finish(long attempt) {
        done.add(attempt);
    }
}
