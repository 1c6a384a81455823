package dev.migrate.type.compare.page;

import dev.migrate.type.compare.side.Both;
import java.util.ArrayList;
import java.util.List;

/**
 * What pairs of either side have come to.
 *
 * @param numbers those under which the two sides do not have the same rows, in order
 * @param alike how many rows each side has under the others
 */
record Differing(List<Long> numbers, long alike) {

    Differing {
        numbers = List.copyOf(numbers);
    }

    /** Walks along both sides at once. Several rows may have one number: their hashes are summed. */
    static Differing between(Both<Pairs> pairs) {
        Walk source = new Walk(pairs.source());
        Walk target = new Walk(pairs.target());
        List<Long> numbers = new ArrayList<>();
        long alike = 0;
        while (source.hasNext() || target.hasNext()) {
            long number = least(source, target);
            int rows = source.take(number);
            if (rows == target.take(number) && source.sum == target.sum) {
                alike += rows;
            } else {
                numbers.add(number);
            }
        }
        return new Differing(numbers, alike);
    }

    private static long least(Walk one, Walk other) {
        if (!one.hasNext()) {
            return other.next();
        }
        return other.hasNext() ? Math.min(one.next(), other.next()) : one.next();
    }

    private static final class Walk {

        private final Pairs pairs;
        private int at;
        private long sum;

        Walk(Pairs pairs) {
            this.pairs = pairs;
        }

        boolean hasNext() {
            return at < pairs.size();
        }

        long next() {
            return pairs.number(at);
        }

        /** Passes the rows under a number; returns how many there are, and leaves the sum of their hashes. */
        int take(long number) {
            int from = at;
            sum = 0;
            while (hasNext() && next() == number) {
                sum += pairs.hash(at);
                at++;
            }
            return at - from;
        }
    }
}
