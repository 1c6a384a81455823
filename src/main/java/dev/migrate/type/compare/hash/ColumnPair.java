package dev.migrate.type.compare.hash;

import dev.migrate.table.TableShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns of one name on the two sides. */
public record ColumnPair(TableShape.Column source, TableShape.Column target) {

    private static final Set<TypeFamily> NUMBERS = Set.of(TypeFamily.INTEGER, TypeFamily.NUMERIC);
    private static final Set<TypeFamily> TEXTS = Set.of(TypeFamily.CHARACTERS, TypeFamily.ENUM);

    /** How to compare them; empty if values of their types cannot be the same. */
    public Optional<ComparedColumn> compared() {
        if (are(Set.of(TypeFamily.INTEGER))) {
            return Optional.of(integer());
        } else if (are(NUMBERS)) {
            return Optional.of(numeric());
        } else if (are(Set.of(TypeFamily.FLOAT))) {
            return Optional.of(floating());
        } else if (are(Set.of(TypeFamily.CHARACTERS))) {
            return Optional.of(characters());
        } else if (are(TEXTS)) {
            return Optional.of(ComparedColumn.byText(source.name(), column()));
        } else if (are(Set.of(TypeFamily.WORDS))) {
            return Optional.of(array("(" + column() + "::text[] collate \"C\")"));
        }
        return type(source).equals(type(target)) ? Optional.of(sameType()) : Optional.empty();
    }

    private boolean are(Set<TypeFamily> families) {
        return families.contains(TypeFamily.of(source)) && families.contains(TypeFamily.of(target));
    }

    private static String type(TableShape.Column column) {
        return TypeFamily.unqualified(column);
    }

    private String column() {
        return source.name().quoted();
    }

    private ComparedColumn sameType() {
        return switch (TypeFamily.of(source)) {
            case PLAIN -> ComparedColumn.byHashOf(source.name(), column(), column());
            case SENT -> ComparedColumn.byHashOf(source.name(), column(), type(source) + "_send(" + column() + ")");
            case LIST -> array(column());
            default -> ComparedColumn.byText(source.name(), column());
        };
    }

    /** PostgreSQL hashes a bigint to 32 bits, -1 like 4294967295: so its eight bytes are hashed. */
    private ComparedColumn integer() {
        boolean wide = type(source).equals("int8") || type(target).equals("int8");
        String hashed = wide ? "int8send(" + column() + "::bigint)" : column() + "::integer";
        return ComparedColumn.byHashOf(source.name(), column(), hashed);
    }

    /**
     * PostgreSQL's hash of a numeric leaves out the sign, and two that have swapped their exponents may have the same sum: so
     * what is sent is hashed, without trailing zeros where the scales may differ. (Servers before 13 cannot trim them.)
     */
    private ComparedColumn numeric() {
        String text = ComparedColumn.text(column());
        if (source.type().startsWith("numeric(") && source.type().equals(target.type())) {
            return new ComparedColumn(source.name(), text, text, List.of("numeric_send(" + column() + ")"), true);
        }
        String number = column() + "::numeric";
        String trimmed =
                "(case scale(%s) when 0 then %s else rtrim(rtrim(%s, '0'), '.') end)".formatted(number, text, text);
        String hashed = "numeric_send(trim_scale(" + number + "))";
        return new ComparedColumn(source.name(), trimmed, text, List.of(hashed), true);
    }

    /**
     * Adding zero turns the negative zero into the other one, which equals it. PostgreSQL's hash of zero is the seed itself, so
     * that zeros and nulls could change places unseen.
     */
    private ComparedColumn floating() {
        String type = type(source).equals(type(target)) ? type(source) : "float8";
        String value = "(%s::%s + '0'::%s)".formatted(column(), type, type);
        return ComparedColumn.byHashOf(source.name(), value, type + "send(" + value + ")");
    }

    /** Of texts that know no case, the case does not count; elsewhere each byte does, whatever the collation. */
    private ComparedColumn characters() {
        String text = ComparedColumn.text(column());
        boolean caseless = type(source).equals("citext") && type(target).equals("citext");
        String compared = caseless ? "lower(" + text + ")" : text;
        return new ComparedColumn(source.name(), compared, text, List.of(isPadded() ? padded() : compared), true);
    }

    private boolean isPadded() {
        return type(source).equals("bpchar") && type(target).equals("bpchar");
    }

    /** PostgreSQL's hash of a padded text leaves out the padding; taking it off first costs more than the hash. */
    private String padded() {
        return "(" + column() + "::bpchar collate \"C\")";
    }

    /** PostgreSQL's hash of an array leaves out its dimensions. */
    private ComparedColumn array(String value) {
        return ComparedColumn.byHashOf(source.name(), value, value, "array_dims(" + value + ")");
    }
}
