package dev.migrate.type.compare.hash;

import dev.migrate.table.TableShape;
import java.util.Map;
import java.util.Optional;

/** Names of things in the catalog, written so that they do not depend on the search path. */
final class CatalogNames {

    private static final Map<String, String> CATALOGS = Map.of(
            "regclass", "pg_class",
            "regtype", "pg_type",
            "regproc", "pg_proc",
            "regprocedure", "pg_proc",
            "regoper", "pg_operator",
            "regoperator", "pg_operator",
            "regconfig", "pg_ts_config",
            "regdictionary", "pg_ts_dict",
            "regcollation", "pg_collation");

    private CatalogNames() {}

    /** Where the things are that a column of such a type names. */
    static Optional<String> catalogOf(TableShape.Column column) {
        return Optional.ofNullable(CATALOGS.get(column.base()));
    }

    /** The name, or the number of a thing that is no more. */
    static String nameIn(String catalog, String value) {
        return "coalesce((select (pg_identify_object(thing.tableoid, thing.oid, 0)).identity from pg_catalog.%s thing where thing.oid = %s), %s::oid::text)"
                .formatted(catalog, value, value);
    }
}
