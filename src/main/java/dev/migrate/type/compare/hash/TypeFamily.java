package dev.migrate.type.compare.hash;

import dev.migrate.table.TableShape;

/** Types by what can be said of their equality. */
public enum TypeFamily {
    INTEGER,
    NUMERIC,
    FLOAT,
    CHARACTERS,
    /** Labels; their hash is that of an OID, which differs from database to database. */
    ENUM,
    BITS,
    JSON,
    /** Names of things in the catalog; stored as an OID, which differs from database to database. */
    CATALOG,
    /** Hashed by PostgreSQL in full. */
    PLAIN,
    /** Hashed by PostgreSQL to 32 bits only, or alike where values differ; but sent in a form that tells all. */
    SENT,
    /** Arrays of characters. */
    WORDS,
    INTEGERS,
    NUMERICS,
    FLOATS,
    /** Other arrays whose elements are hashed in full. */
    LIST,
    INTEGER_RANGE,
    INTEGER_RANGES,
    /** Known by their text only. */
    OTHER;

    public static TypeFamily of(TableShape.Column column) {
        if (column.typtype() == 'e') {
            return ENUM;
        }
        return switch (column.base()) {
            case "int2", "int4", "int8" -> INTEGER;
            case "numeric" -> NUMERIC;
            case "float4", "float8" -> FLOAT;
            case "text", "varchar", "bpchar", "name" -> CHARACTERS;
            case "bit", "varbit" -> BITS;
            case "json", "jsonb" -> JSON;
            case "bool", "bytea", "uuid", "date", "inet", "cidr", "macaddr", "macaddr8", "oid", "char" -> PLAIN;
            case "time", "timetz", "timestamp", "timestamptz", "interval" -> SENT;
            case "_text", "_varchar", "_bpchar", "_name" -> WORDS;
            case "_int2", "_int4", "_int8" -> INTEGERS;
            case "_numeric" -> NUMERICS;
            case "_float4", "_float8" -> FLOATS;
            case "_bool", "_uuid", "_date" -> LIST;
            case "int4range", "int8range" -> INTEGER_RANGE;
            case "int4multirange", "int8multirange" -> INTEGER_RANGES;
            default -> ofOther(column);
        };
    }

    private static TypeFamily ofOther(TableShape.Column column) {
        if (CatalogNames.catalogOf(column).isPresent()) {
            return CATALOG;
        } else if (isCaseless(column)) {
            return CHARACTERS;
        }
        return column.typtype() == 'b' && unqualified(column).equals("_citext") ? WORDS : OTHER;
    }

    /** Whether values are equal to the server only if their canonical texts are; false where that is not known. */
    public static boolean isEqualByText(TableShape.Column column) {
        return column.deterministic()
                && switch (of(column)) {
                    case CHARACTERS -> isBuiltIn(column) && !column.base().equals("bpchar");
                    case SENT -> !column.base().equals("interval");
                    case JSON, WORDS, NUMERICS, FLOATS, OTHER -> false;
                    default -> true;
                };
    }

    /** Whether the case of the column's texts does not count. */
    static boolean isCaseless(TableShape.Column column) {
        return column.typtype() == 'b' && unqualified(column).equals("citext");
    }

    /** The base type's name without its schema: an extension may be installed in different ones. */
    public static String unqualified(TableShape.Column column) {
        return column.base().substring(column.base().lastIndexOf('.') + 1);
    }

    static boolean isBuiltIn(TableShape.Column column) {
        return column.base().equals(unqualified(column));
    }
}
