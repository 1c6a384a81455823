package dev.migrate.type.compare.page;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/**
 * Rows as pairs of numbers, in the order of the first: one that stands for the key (itself, or its hash), and the row's hash.
 */
final class Pairs {

    private static final int BYTES = 2 * Long.BYTES;

    private final LongBuffer numbers;

    private Pairs(LongBuffer numbers) {
        this.numbers = numbers;
    }

    /** As a server sends them: both numbers of each row, eight bytes each, the most significant first. */
    static Pairs of(byte[] sent) {
        if (sent.length % BYTES != 0) {
            throw new IllegalArgumentException(sent.length + " bytes are no pairs of numbers");
        }
        return new Pairs(ByteBuffer.wrap(sent).asLongBuffer());
    }

    int size() {
        return numbers.capacity() / 2;
    }

    /** What stands for the key of the n-th row, from 0. */
    long number(int n) {
        return numbers.get(2 * n);
    }

    /** The hash of the n-th row, from 0. */
    long hash(int n) {
        return numbers.get(2 * n + 1);
    }

    /** These and the others, in order. */
    Pairs and(Pairs others) {
        LongBuffer all = LongBuffer.allocate(2 * (size() + others.size()));
        int mine = 0;
        int theirs = 0;
        while (mine + theirs < size() + others.size()) {
            boolean next = theirs == others.size() || (mine < size() && number(mine) <= others.number(theirs));
            Pairs from = next ? this : others;
            int at = next ? mine++ : theirs++;
            all.put(from.number(at)).put(from.hash(at));
        }
        return new Pairs(all);
    }
}
