package dev.migrate.table;

import dev.migrate.job.key.ColumnName;
import java.util.Set;

/** What a key column's type is good for. */
final class KeyType {

    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");

    private static final Set<String> UNORDERED = Set.of(
            "json",
            "xml",
            "jsonpath",
            "point",
            "box",
            "line",
            "lseg",
            "path",
            "polygon",
            "circle",
            "xid",
            "cid",
            "aclitem",
            "txid_snapshot",
            "pg_snapshot");

    /** Words that name a type only when quoted, or another one than the catalog's. */
    private static final Set<String> QUOTED = Set.of("char", "bit");

    private KeyType() {}

    /**
     * The type to which the bounds of a range are cast. It has room for any bound, from whichever table it comes: no length
     * or precision that would cut it, no domain that would refuse it, and bigint for every integer (indexes serve it).
     */
    static String of(TableShape.Column column) {
        if (INTEGERS.contains(column.base())) {
            return "bigint";
        }
        if (column.base().contains(".")) {
            return column.baseType();
        }
        return QUOTED.contains(column.base()) ? new ColumnName(column.base()).quoted() : column.base();
    }

    /** Whether values can be sorted. Types that an extension brings are given the benefit of the doubt. */
    static boolean isOrdered(TableShape.Column column) {
        String base = column.base();
        return !UNORDERED.contains(base.startsWith("_") ? base.substring(1) : base);
    }
}
