package dev.migrate.engine.checkpoint;

import dev.migrate.engine.claim.Claim;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One claim's right to a partition, as the database that is written to knows it: a higher number ends a lower one's. A
 * session that writes a page bears it in its {@code application_name}.
 *
 * @param repository of the run; a database may be written to from several
 */
record Fence(UUID repository, long instance, int partition, long number) {

    private static final int LONGEST_NAME = 63;

    Fence {
        if (number < 1) {
            throw new IllegalArgumentException("fences are numbered from 1, not " + number);
        }
    }

    static Fence of(UUID repository, Claim claim) {
        return new Fence(
                repository, claim.partition().instance(), claim.partition().number(), claim.fence());
    }

    /** Like {@code migrate 3f2a9c01 12/7/3}: repository, instance, partition, number. */
    String sessionName() {
        String name = namesBegin() + number;
        // The server would cut it, and the number is what stands at its end.
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalStateException("too long for an application_name: " + name);
        }
        return name;
    }

    /** What the names of all sessions begin with that write, or wrote, to the partition. */
    String namesBegin() {
        return "migrate " + repository.toString().substring(0, 8) + " " + instance + "/" + partition + "/";
    }

    /** Whether a session of that name writes to the partition by an older right than this one. */
    boolean overtook(String sessionName) {
        String begin = namesBegin();
        return sessionName.startsWith(begin)
                && sessionName.substring(begin.length()).matches("\\d{1,18}")
                && Long.parseLong(sessionName.substring(begin.length())) < number;
    }
}
