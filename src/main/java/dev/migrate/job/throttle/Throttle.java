package dev.migrate.job.throttle;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The brakes that somebody asked for: {@code throttle} in a job file, or of a database.
 *
 * @param rowsPerSecond over all workers; null: any number, and likewise for the others
 * @param maxReplicationLag how far a standby may be behind
 * @param maxWalPerSecond how much the server may write ahead
 * @param maxActiveSessions how many sessions of others may be at work on the server
 * @param holdForVacuum whether to wait while the table is vacuumed to prevent wraparound; null: while that can be seen
 * @param holdForLocks whether to wait while somebody waits to lock the table; null: while that can be seen
 */
public record Throttle(
        @Nullable RowsPerSecond rowsPerSecond,
        @Nullable ReplicationLag maxReplicationLag,
        @Nullable WalPerSecond maxWalPerSecond,
        @Nullable ActiveSessions maxActiveSessions,
        @Nullable Boolean holdForVacuum,
        @Nullable Boolean holdForLocks) {

    /** Nothing asked for. */
    public static final Throttle NONE = new Throttle(null, null, null, null, null, null);

    /** The same, with brakes that were set by hand in the place of those of the same key. */
    public Throttle with(Collection<BrakeText> byHand) {
        Throttle throttle = this;
        for (BrakeText text : byHand) {
            throttle = throttle.set(text.brake(), text.value().orElse(null));
        }
        return throttle;
    }

    /** The same but for one brake, which is as a text says, or lifted if there is none. */
    Throttle set(BrakeKey brake, @Nullable String text) {
        return new Throttle(
                brake == BrakeKey.ROWS_PER_SECOND ? read(text, RowsPerSecond::of) : rowsPerSecond,
                brake == BrakeKey.MAX_REPLICATION_LAG ? read(text, ReplicationLag::of) : maxReplicationLag,
                brake == BrakeKey.MAX_WAL_PER_SECOND ? read(text, WalPerSecond::of) : maxWalPerSecond,
                brake == BrakeKey.MAX_ACTIVE_SESSIONS ? read(text, ActiveSessions::of) : maxActiveSessions,
                brake == BrakeKey.HOLD_FOR_VACUUM ? yes(brake, text) : holdForVacuum,
                brake == BrakeKey.HOLD_FOR_LOCKS ? yes(brake, text) : holdForLocks);
    }

    /** Of each brake the one that lets less pass. A wish to hold outdoes one not to. */
    public Throttle strictest(Throttle other) {
        return new Throttle(
                least(rowsPerSecond, other.rowsPerSecond),
                least(maxReplicationLag, other.maxReplicationLag),
                least(maxWalPerSecond, other.maxWalPerSecond),
                least(maxActiveSessions, other.maxActiveSessions),
                either(holdForVacuum, other.holdForVacuum),
                either(holdForLocks, other.holdForLocks));
    }

    /** What was asked for of a brake, as a job file would have it; empty if nothing was. */
    public Optional<String> text(BrakeKey brake) {
        Object asked = switch (brake) {
            case ROWS_PER_SECOND -> rowsPerSecond;
            case MAX_REPLICATION_LAG -> maxReplicationLag;
            case MAX_WAL_PER_SECOND -> maxWalPerSecond;
            case MAX_ACTIVE_SESSIONS -> maxActiveSessions;
            case HOLD_FOR_VACUUM -> holdForVacuum;
            case HOLD_FOR_LOCKS -> holdForLocks;
        };
        return Optional.ofNullable(asked).map(Object::toString);
    }

    /** All that was asked for, like {@code rows-per-second=500}. */
    public List<String> texts() {
        return Arrays.stream(BrakeKey.values())
                .flatMap(brake -> text(brake).map(text -> brake.word() + "=" + text).stream())
                .toList();
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reading) {
        return text == null ? null : reading.apply(text);
    }

    private static Boolean yes(BrakeKey brake, @Nullable String text) {
        return text != null && YesOrNo.of(brake.word(), text);
    }

    private static <T extends Comparable<T>> @Nullable T least(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static @Nullable Boolean either(@Nullable Boolean one, @Nullable Boolean other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Boolean.valueOf(one || other);
    }
}
