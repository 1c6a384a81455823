package dev.migrate.type.compare.hash;

import dev.migrate.table.TableShape;

/** Types by what can be said of their equality. */
enum TypeFamily {
    INTEGER,
    NUMERIC,
    FLOAT,
    CHARACTERS,
    /** Labels; their hash is that of an OID, which differs from database to database. */
    ENUM,
    /** Hashed by PostgreSQL in full. */
    PLAIN,
    /** Hashed by PostgreSQL to 32 bits only, or alike where values differ; but sent in a form that tells all. */
    SENT,
    /** Arrays of characters. */
    WORDS,
    /** Other arrays whose elements are hashed in full. */
    LIST,
    /** Known by their text only. */
    OTHER;

    static TypeFamily of(TableShape.Column column) {
        if (column.typtype() == 'e') {
            return ENUM;
        }
        return switch (unqualified(column)) {
            case "int2", "int4", "int8" -> INTEGER;
            case "numeric" -> NUMERIC;
            case "float4", "float8" -> FLOAT;
            case "text", "varchar", "bpchar", "name", "citext" -> CHARACTERS;
            case "bool", "bytea", "uuid", "date", "inet", "cidr", "macaddr", "macaddr8", "oid", "char" -> PLAIN;
            case "time", "timetz", "timestamp", "timestamptz", "interval" -> SENT;
            case "_text", "_varchar", "_bpchar", "_name", "_citext" -> WORDS;
            case "_int2", "_int4", "_bool", "_uuid", "_date" -> LIST;
            default -> OTHER;
        };
    }

    /** The base type's name without its schema: an extension may be installed in different ones. */
    static String unqualified(TableShape.Column column) {
        return column.base().substring(column.base().lastIndexOf('.') + 1);
    }
}
