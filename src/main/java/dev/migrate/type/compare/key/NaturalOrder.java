package dev.migrate.type.compare.key;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells the natural order of a column from that of another one of the same type.
 *
 * @param dependsOn what the order depends on besides the type, in words; none for types that sort alike everywhere
 * @param versions of the libraries behind that; empty ones that nobody knows
 * @param sample texts that collations are known to disagree about, sorted
 * @param encoding of the database
 */
record NaturalOrder(List<String> dependsOn, List<String> versions, List<String> sample, String encoding) {

    /** Those whose bytes are in the order of Unicode, at least those of texts that a client can read. */
    private static final Set<String> UNICODE = Set.of("UTF8", "LATIN1", "SQL_ASCII");

    NaturalOrder {
        dependsOn = List.copyOf(dependsOn);
        versions = List.copyOf(versions);
        sample = List.copyOf(sample);
    }

    /** Whether values of one type are sorted alike, as far as can be known. */
    boolean isLike(NaturalOrder other) {
        return dependsOn.equals(other.dependsOn)
                && versions.equals(other.versions)
                && sample.equals(other.sample)
                && (dependsOn.isEmpty() || encoding.equals(other.encoding));
    }

    /** Whether it is that of the bytes of texts. */
    boolean isOfBytes() {
        return dependsOn.equals(List.of(Collation.BYTES));
    }

    /** Whether the bytes of texts are in one order with those of other such databases. */
    boolean isUnicode() {
        return UNICODE.contains(encoding);
    }

    /** {@code icu de}. */
    @Override
    public String toString() {
        return String.join(" and ", dependsOn);
    }

    /** {@code icu de 153.80}. */
    String inFull() {
        return Stream.concat(dependsOn.stream(), versions.stream())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
