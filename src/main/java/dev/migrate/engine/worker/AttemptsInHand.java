package dev.migrate.engine.worker;

import dev.migrate.engine.claim.Claim;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** The attempts that threads of this process work on. Knows of a claim as soon as its commit is heard of. Thread-safe. */
final class AttemptsInHand {

    private final Set<Long> attempts = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock claiming = new ReentrantReadWriteLock();

    /** Makes a claim and takes it in hand. */
    Optional<Claim> begin(Supplier<Optional<Claim>> claim) {
        claiming.readLock().lock();
        try {
            Optional<Claim> made = claim.get();
            made.ifPresent(it -> attempts.add(it.stepExecution()));
            return made;
        } finally {
            claiming.readLock().unlock();
        }
    }

    void end(Claim claim) {
        attempts.remove(claim.stepExecution());
    }

    boolean isEmpty() {
        return attempts.isEmpty();
    }

    /**
     * Does something at a moment at which no claim is being made, so that a committed one is in hand or was not heard of.
     * Lets it be if such a moment does not come within a second: a claim may hang on a lost connection.
     *
     * @param action is given whether an attempt is in hand
     */
    void withNoneBeingMade(Consumer<LongPredicate> action) {
        try {
            if (claiming.writeLock().tryLock(1, TimeUnit.SECONDS)) {
                try {
                    action.accept(attempts::contains);
                } finally {
                    claiming.writeLock().unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
