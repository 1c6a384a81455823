package dev.migrate.type.compare.key;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of a collation.
 *
 * @param name as SQL writes it
 * @param provider as in {@code pg_collation.collprovider}
 * @param version of the library, as it is now; null if nobody knows
 */
record Collation(
        String name,
        String provider,
        String locale,
        @Nullable String rules,
        @Nullable String version,
        boolean deterministic) {

    /** What all collations by the bytes of a text are called, whatever their names: they are one order. */
    static final String BYTES = "bytes";

    private static final Set<String> LOCALES_OF_BYTES = Set.of("C", "POSIX", "C.UTF-8");

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    static Collation read(ResultSet row) throws SQLException {
        return new Collation(
                row.getString("name"),
                row.getString("provider"),
                row.getString("locale"),
                row.getString("rules"),
                row.getString("version"),
                row.getBoolean("deterministic"));
    }

    /** What it is, but for its version. */
    String words(List<String> sorted) {
        if (isOfBytes() && sorted.stream().sorted(BY_BYTES).toList().equals(sorted)) {
            return BYTES;
        }
        return "%s %s%s%s"
                .formatted(
                        providerName(),
                        standardLocale(),
                        rules == null ? "" : " with rules " + rules,
                        deterministic ? "" : " (not deterministic)");
    }

    private boolean isOfBytes() {
        return provider.equals("b") || (provider.equals("c") && LOCALES_OF_BYTES.contains(standardLocale()));
    }

    /** Of many ways to write the same encoding behind a locale, one. */
    private String standardLocale() {
        return locale.replaceFirst("(?i)\\.utf-?8$", ".UTF-8");
    }

    private String providerName() {
        return switch (provider) {
            case "b" -> "builtin";
            case "c" -> "libc";
            case "i" -> "icu";
            default -> "provider " + provider;
        };
    }
}
