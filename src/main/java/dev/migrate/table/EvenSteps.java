package dev.migrate.table;

import dev.migrate.job.key.KeyValue;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** The ids from {@code first} to {@code last}, both among them, however far apart. */
record EvenSteps(long first, long last) {

    /** In either order: rows may have gone between the looks at the one and the other. */
    static EvenSteps between(long one, long other) {
        return new EvenSteps(Math.min(one, other), Math.max(one, other));
    }

    EvenSteps {
        if (last < first) {
            throw new IllegalArgumentException("no ids from " + first + " to " + last);
        }
    }

    /** Whether at least every second id is taken, so that no step holds more than twice the mean. */
    boolean areDense(long rows) {
        return width().compareTo(BigInteger.valueOf(rows).shiftLeft(1)) <= 0;
    }

    /** The last id of each step but the last one; as many steps as asked for, or as there are ids. */
    List<KeyValue> cuts(int steps) {
        int count = width().min(BigInteger.valueOf(steps)).intValueExact();
        return IntStream.range(1, count).mapToObj(i -> end(i, count)).toList();
    }

    private KeyValue end(int step, int count) {
        BigInteger ids = width().multiply(BigInteger.valueOf(step)).divide(BigInteger.valueOf(count));
        return KeyValue.of(
                BigInteger.valueOf(first).add(ids).subtract(BigInteger.ONE).longValueExact());
    }

    private BigInteger width() {
        return BigInteger.valueOf(last).subtract(BigInteger.valueOf(first)).add(BigInteger.ONE);
    }
}
