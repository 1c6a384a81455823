package dev.migrate.type.compare.hash;

import java.util.List;
import java.util.Optional;

/** Compares numbers, and arrays of them, by their value. */
record Numbers(ColumnPair pair) {

    /** Empty for a float and another number: 0.1 is none that a float can hold. */
    Optional<ComparedColumn> compared() {
        if (pair.are(TypeFamily.INTEGER)) {
            return Optional.of(integer());
        } else if (pair.are(TypeFamily.INTEGER, TypeFamily.NUMERIC)) {
            return Optional.of(numeric());
        } else if (pair.are(TypeFamily.FLOAT)) {
            return Optional.of(floating());
        }
        return arrays();
    }

    private Optional<ComparedColumn> arrays() {
        if (pair.are(TypeFamily.INTEGERS)) {
            return Optional.of(integers());
        } else if (pair.are(TypeFamily.INTEGERS, TypeFamily.NUMERICS)) {
            return Optional.of(byText(pair.column()).orBy(Optional.of(Equality.as("numeric[]"))));
        } else if (pair.are(TypeFamily.FLOATS)) {
            String type = floatType(pair.type().substring(1)) + "[]";
            String value = pair.column() + "::" + type;
            return Optional.of(
                    ComparedColumn.shownAs(pair.source().name(), value).orBy(Optional.of(Equality.as(type))));
        }
        return Optional.empty();
    }

    /** PostgreSQL hashes a bigint to 32 bits, -1 like 4294967295: so its eight bytes are hashed. */
    private ComparedColumn integer() {
        boolean wide = List.of(pair.source().base(), pair.target().base()).contains("int8");
        String hashed = wide ? "int8send(" + pair.column() + "::bigint)" : pair.column() + "::integer";
        return ComparedColumn.byHashOf(pair.source().name(), pair.column(), hashed);
    }

    private ComparedColumn integers() {
        return pair.isSameType() && !pair.type().equals("_int8")
                ? ComparedColumn.array(pair.source().name(), pair.column())
                : byText(pair.column());
    }

    private ComparedColumn byText(String value) {
        return ComparedColumn.byText(pair.source().name(), value);
    }

    /**
     * PostgreSQL's hash of a numeric leaves out the sign, and two that have swapped their exponents may have the same sum: so
     * what is sent is hashed, without trailing zeros where the scales may differ. (Servers before 13 cannot trim them.)
     */
    private ComparedColumn numeric() {
        String text = ComparedColumn.text(pair.column());
        if (isOfOneScale()) {
            return column(text, text, "numeric_send(" + pair.column() + ")");
        }
        String number = pair.column() + "::numeric";
        String trimmed =
                "(case scale(%s) when 0 then %s else rtrim(rtrim(%s, '0'), '.') end)".formatted(number, text, text);
        return column(trimmed, text, "numeric_send(trim_scale(" + number + "))");
    }

    private boolean isOfOneScale() {
        String type = pair.source().type();
        return type.startsWith("numeric(") && type.equals(pair.target().type());
    }

    /**
     * Adding zero turns the negative zero into the other one, which equals it. PostgreSQL's hash of zero is the seed itself, so
     * that zeros and nulls could change places unseen.
     */
    private ComparedColumn floating() {
        String type = floatType(pair.type());
        String value = "(%s::%s + '0'::%s)".formatted(pair.column(), type, type);
        return ComparedColumn.byHashOf(pair.source().name(), value, type + "send(" + value + ")");
    }

    private String floatType(String type) {
        return pair.isSameType() ? type : "float8";
    }

    private ComparedColumn column(String text, String shown, String hashed) {
        return new ComparedColumn(pair.source().name(), text, shown, List.of(hashed), true, Optional.empty());
    }
}
