package dev.migrate.type.compare.repair.script;

import dev.migrate.database.Query;
import dev.migrate.job.MendingScript;
import dev.migrate.job.key.BoundSql;
import dev.migrate.type.compare.repair.RepairedTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a script: what its session has to be like, so that texts mean there what they meant here. */
record ScriptHead(RepairedTable table, Query target) {

    // As our own session has them.
    private static final String SETTINGS = """
            select 'set ' || name || ' = ' || case name when 'search_path' then setting else quote_literal(setting) end || ';'
            from pg_settings
            where name in ('search_path', 'TimeZone', 'DateStyle', 'IntervalStyle', 'extra_float_digits', 'bytea_output',
                           'xmloption', 'lc_monetary', 'array_nulls', 'transform_null_equals')
              and setting <> ''
            order by name
            """;

    List<String> lines() throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.add(MendingScript.comment(
                "Makes %s in %s agree with what it was compared with. To be run by psql on that database:"
                        .formatted(table.rows().table(), table.database())));
        lines.add("-- a row is changed only if it still is as it was when this was written, so it can be run again.");
        lines.add("\\set ON_ERROR_STOP on");
        lines.add("set client_encoding = 'UTF8';");
        lines.add("set standard_conforming_strings = on;");
        lines.addAll(target.list(BoundSql.of(SETTINGS), row -> row.getString(1)));
        lines.add(new ScriptSql(table).digestFunction());
        return lines;
    }
}
