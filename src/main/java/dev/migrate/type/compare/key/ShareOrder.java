package dev.migrate.type.compare.key;

import static dev.migrate.type.compare.hash.TypeFamily.CHARACTERS;
import static dev.migrate.type.compare.hash.TypeFamily.ENUM;
import static dev.migrate.type.compare.hash.TypeFamily.FLOAT;
import static dev.migrate.type.compare.hash.TypeFamily.INTEGER;
import static dev.migrate.type.compare.hash.TypeFamily.NUMERIC;

import dev.migrate.job.key.Key;
import dev.migrate.job.key.Ordering;
import dev.migrate.type.compare.hash.TypeFamily;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses for a key column the order in which all tables can be walked along: the natural one if it is the same everywhere. */
record ShareOrder(List<KeySide> sides) {

    ShareOrder {
        sides = List.copyOf(sides);
    }

    /** The column in each table, in order; empty if they have no order in common. */
    Optional<List<Key.Column>> columns() {
        if (are(INTEGER) || isNatural()) {
            return each(KeySide::key);
        } else if (are(INTEGER, NUMERIC)) {
            return each(side ->
                    side.family() == INTEGER ? side.by(Ordering.NUMERIC, "numeric") : side.by(Ordering.NATURAL));
        } else if (are(FLOAT)) {
            return each(side -> side.by(Ordering.DOUBLE, "float8"));
        } else if (are(CHARACTERS, ENUM)
                && sides.stream().allMatch(side -> side.order().isUnicode())) {
            return each(
                    sides.stream().allMatch(side -> side.kind().equals("citext"))
                            ? side -> side.by(Ordering.CASELESS)
                            : ShareOrder::byBytes);
        }
        return Optional.empty();
    }

    boolean isNatural() {
        return sides.stream().allMatch(side -> side.sortsLike(sides.get(0)));
    }

    /** What the order of the shared columns depends on, in words; empty: on nothing but their types. */
    String dependsOn(List<Key.Column> shared) {
        return IntStream.range(0, sides.size())
                .mapToObj(i -> dependsOn(sides.get(i), shared.get(i)))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String dependsOn(KeySide side, Key.Column shared) {
        return switch (shared.ordering()) {
            case NATURAL -> side.order().inFull();
            case BYTES, LABELS -> Collation.BYTES;
            case CASELESS -> Collation.BYTES + " in lower case";
            case NUMERIC, DOUBLE -> shared.type();
        };
    }

    private boolean are(TypeFamily... families) {
        Set<TypeFamily> allowed = EnumSet.copyOf(List.of(families));
        return sides.stream().map(KeySide::family).allMatch(allowed::contains);
    }

    private Optional<List<Key.Column>> each(Function<KeySide, Key.Column> column) {
        return Optional.of(sides.stream().map(column).toList());
    }

    /** In the natural order where that is the one of bytes: the index of the key serves it. */
    private static Key.Column byBytes(KeySide side) {
        if (side.family() == ENUM) {
            return side.by(Ordering.LABELS);
        }
        return side.kind().equals("text") && side.order().isOfBytes() ? side.key() : side.by(Ordering.BYTES);
    }
}
