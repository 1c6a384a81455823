package dev.migrate.job.key;

/**
 * In which order the values of a key column are walked along. All but the natural one are for tables on several databases
 * that do not sort alike: each is the same order on every server.
 */
public enum Ordering {

    /** That of the column's type and collation; the index of the key serves it. */
    NATURAL,

    /** By the bytes of the value as text. */
    BYTES,

    /** Likewise, of labels of an enum. */
    LABELS,

    /** By the bytes of the text in lower case: for texts that know no case. */
    CASELESS,

    /** Integers among numbers of any scale. */
    NUMERIC,

    /** Floats among those of twice the size. */
    DOUBLE;

    /** What rows are ordered by; in parentheses unless it is the column. */
    String of(String column) {
        return switch (this) {
            case NATURAL -> column;
            case BYTES, LABELS -> "(%s::text collate \"C\")".formatted(column);
            // As citext itself does, whatever the column's collation.
            case CASELESS -> "(lower(%s::text collate \"default\") collate \"C\")".formatted(column);
            case NUMERIC -> "(%s::numeric)".formatted(column);
            case DOUBLE -> "(%s::float8)".formatted(column);
        };
    }

    /** A parameter that is held against it. */
    String bound(String type) {
        return switch (this) {
            case NATURAL -> "?::" + type;
            case BYTES, LABELS, CASELESS -> "(?::text collate \"C\")";
            case NUMERIC -> "?::numeric";
            case DOUBLE -> "?::float8";
        };
    }

    /** The column as its operators know it: a domain over an enum has none of its own. */
    String operand(String column, String type) {
        return this == LABELS ? "(%s::%s)".formatted(column, type) : column;
    }

    /** What equals that operand, by the operator that its unique index knows, if its text is this one. */
    String sought(String text, String type) {
        return switch (this) {
            case NATURAL, BYTES, CASELESS, DOUBLE -> text + "::" + type;
            case LABELS ->
                "(select label from unnest(enum_range(null::%s)) label where label::text = %s)".formatted(type, text);
            case NUMERIC ->
                "(case when %1$s::numeric between %2$d and %3$d and scale(%1$s::numeric) = 0 then %1$s::numeric::bigint end)"
                        .formatted(text, Long.MIN_VALUE, Long.MAX_VALUE);
        };
    }
}
