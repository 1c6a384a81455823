package dev.migrate.type.compare.hash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes SQL that hashes a row to a bigint: equal rows to equal numbers on either side, whatever the order of their columns.
 *
 * @param key the key's columns, in its order
 * @param columns the others
 * @param integerKey whether the key is one integer
 */
public record RowHash(List<ComparedColumn> key, List<ComparedColumn> columns, HashWay way, boolean integerKey) {

    /** A row expression takes 1,664 columns at most. */
    private static final int MOST_IN_A_ROW = 1_000;

    public RowHash {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** Whether the columns' types have a say, and not only their texts. */
    public boolean typed() {
        return way == HashWay.TYPED;
    }

    /**
     * The hash of the row. It is seeded by the key: {@code hash_record_extended} is a sum over the columns, so without this
     * two rows that have swapped a value would have the same sum as before.
     */
    public String ofRow() {
        List<List<String>> parts = parts();
        return typed()
                ? IntStream.range(0, parts.size())
                        .mapToObj(i -> "hash_record_extended(%s, %s)".formatted(row(parts.get(i)), seed(i)))
                        .collect(Collectors.joining(" # "))
                : way.ofText(parts.stream().map(part -> row(part) + "::text").collect(Collectors.joining(" || ")));
    }

    /** The hash of the key alone. */
    public String ofKey() {
        List<String> parts = key.stream().flatMap(this::expressions).toList();
        return typed()
                ? "hash_record_extended(%s, %d)".formatted(row(parts), HashWay.SEED)
                : way.ofText(row(parts) + "::text");
    }

    private String seed(int part) {
        return integerKey
                ? "%s::bigint # %d".formatted(key.get(0).name().quoted(), HashWay.SEED + part)
                : "%s # %d".formatted(ofKey(), part);
    }

    private List<List<String>> parts() {
        List<String> all = Stream.concat(key.stream(), columns.stream())
                .flatMap(this::expressions)
                .toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IN_A_ROW) {
            parts.add(all.subList(from, Math.min(from + MOST_IN_A_ROW, all.size())));
        }
        return parts;
    }

    private Stream<String> expressions(ComparedColumn column) {
        return typed() ? column.hashed().stream() : Stream.of(column.text());
    }

    private static String row(List<String> expressions) {
        return "row(" + String.join(", ", expressions) + ")";
    }
}
