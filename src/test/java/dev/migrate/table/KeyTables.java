package dev.migrate.table;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables with keys of many types, each filled by a query; the same tables on every database asked for. */
public final class KeyTables {

    /** Each table by name, with its columns and the query that fills it. */
    private static final List<String> TABLES = List.of(
            "of_int2 (id int2 primary key) as select g from generate_series(-300, 299) g",
            "of_int8 (id int8 primary key) as select * from (select g * 1000003 from generate_series(-300, 299) g"
                    + " union all values (-9223372036854775808), (-9223372036854775807),"
                    + " (9223372036854775806), (9223372036854775807)) s",
            "of_text (id text collate \"en-x-icu\" primary key) as select case g % 3 when 0 then upper(md5(g::text))"
                    + " when 1 then md5(g::text) else chr(g + 1) end from generate_series(1, 600) g"
                    + " union values (''), ('''; --'), ('a\"b\\c'), ('{\",\"}'), (E'two\\nlines'), ('NULL'), (' ?::x')",
            "of_char (id char(8) primary key) as select left(md5(g::text), 1 + g % 8) from generate_series(1, 600) g"
                    + " group by 1",
            "of_uuid (id uuid primary key) as select md5(g::text)::uuid from generate_series(1, 600) g",
            "of_numeric (id numeric primary key) as select (g * g / 7.0) from generate_series(1, 600) g"
                    + " union values ('NaN'::numeric), ('Infinity'), ('-Infinity'), (-1e-30), (12345678901234567890123)",
            "of_date (id date primary key) as select '2024-01-01'::date + g from generate_series(1, 600) g"
                    + " union values ('infinity'::date), ('-infinity'), ('0044-03-15 BC'), ('12000-01-01')",
            "of_timestamptz (id timestamptz primary key)"
                    + " as select '2024-03-31'::timestamptz + g * interval '17 minutes 0.000001s' from generate_series(1, 600) g"
                    + " union values ('infinity'::timestamptz), ('-infinity')",
            "of_two (a int, b text, primary key (a, b)) as select g % 5, md5(g::text) from generate_series(1, 600) g",
            "\"Of \"\"Odd\"\" Names\" (\"My Id\" int primary key, \"k1\" int) as select g, g from generate_series(-5, 594) g");

    public static final DatabaseName LEFT = new DatabaseName("left");
    public static final DatabaseName RIGHT = new DatabaseName("right");

    private final TestDatabases databases;

    public KeyTables(TestDatabases databases) {
        this.databases = databases;
        databases.names().forEach(name -> TABLES.forEach(table -> create(name.value(), table)));
    }

    public static Stream<String> names() {
        return TABLES.stream().map(table -> table.substring(0, table.indexOf(" (")));
    }

    /** Creates a table from {@code name (columns) as query}. */
    public void create(String database, String table) {
        int columns = table.indexOf(" (");
        int query = table.indexOf(") as select ");
        databases.execute(
                database,
                "create table " + table.substring(0, query + 1) + "; insert into " + table.substring(0, columns) + " "
                        + table.substring(query + 5));
    }

    /** The table on each of these databases. */
    public KeySpace space(String table, DatabaseName... names) throws SQLException {
        return space(table, BoundSql.TRUE, List.of(), names);
    }

    public KeySpace space(String table, BoundSql where, List<ColumnName> key, DatabaseName... names)
            throws SQLException {
        List<RowSource> sides = new ArrayList<>();
        for (DatabaseName name : names) {
            sides.add(source(table, where, key, name));
        }
        return new KeySpace(sides);
    }

    private RowSource source(String table, BoundSql where, List<ColumnName> key, DatabaseName name)
            throws SQLException {
        Tables tables = new Tables(databases);
        TableShape shape = tables.read(name, TableName.of(table)).orElseThrow();
        return new RowSource(name, shape.name(), tables.key(shape, key), where);
    }

    /** How many rows of a source are in the range. */
    public long count(RowSource source, KeyRange range) throws SQLException {
        return counts(source, List.of(range)).get(0);
    }

    /** How many rows of a source are in each of the ranges. */
    public List<Long> counts(RowSource source, List<KeyRange> ranges) throws SQLException {
        BoundSql all = BoundSql.of("select 0 as range, 0 as count where false");
        for (int i = 0; i < ranges.size(); i++) {
            all = all.then(" union all select " + i + ", count(*) from ").then(rows(source, ranges.get(i)));
        }
        return new Query(databases.dataSource(source.database())).list(all.then(" order by 1"), row -> row.getLong(2));
    }

    private static BoundSql rows(RowSource source, KeyRange range) {
        return BoundSql.of(source.table().quoted() + " where ")
                .then(KeyPredicate.within(source.key(), range).and(source.where()));
    }
}
