package dev.migrate.type.compare.key;

import dev.migrate.database.Query;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.key.BoundSql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Finds out how a collation of a database sorts. */
final class ReadCollation {

    /** Texts that collations are known to disagree about. */
    private static final List<String> TRICKY = List.of(
            "a", "A", "b", "B", "z", "Z", "aa", "ab", "a b", "a-b", "a_b", "a.b", "-a", " a", "_a", "1", "2", "10",
            "1a", "ch", "cz", "ll", "lz", "ss", "st", "e", "f", "i", "n", "o", "~", "!", "@", "[", "{", "'", "é", "É",
            "ä", "ö", "ß", "å", "ø", "æ", "ñ", "ı", "İ", "я", "а", "中", "文", "😀", "ﬀ");

    /** The columns of the catalogs differ from version to version. */
    private static final String COLLATION = """
            select quote_ident(n.nspname) || '.' || quote_ident(l.collname) as name,
                   case l.collprovider when 'd' then coalesce(d.facts ->> 'datlocprovider', 'c') else l.collprovider::text end as provider,
                   case l.collprovider
                     when 'd' then coalesce(d.facts ->> 'datlocale', d.facts ->> 'daticulocale', d.facts ->> 'datcollate')
                     else coalesce(to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', l.collcollate) end as locale,
                   case l.collprovider when 'd' then d.facts ->> 'daticurules' else to_jsonb(l) ->> 'collicurules' end as rules,
                   case l.collprovider when 'd' then %s else pg_collation_actual_version(l.oid) end as version,
                   l.collisdeterministic as deterministic
            from pg_collation l
            join pg_namespace n on n.oid = l.collnamespace
            cross join (select oid, encoding, to_jsonb(pg_database) as facts from pg_database where datname = current_database()) d
            where l.oid = ?::oid
            """;

    private static final String VERSION_OF_DATABASE = "pg_database_collation_actual_version(d.oid)";

    /** Before version 15: that of the collation which is the same as the database's. */
    private static final String VERSION_OF_NAMESAKE = """
            (select pg_collation_actual_version(c.oid) from pg_collation c
             where c.collprovider = 'c' and c.collcollate = d.facts ->> 'datcollate' and c.collencoding in (-1, d.encoding)
             order by c.oid limit 1)""";

    private final Query query;
    private final ServerFacts server;
    private final String encoding;

    ReadCollation(Query query, ServerFacts server, String encoding) {
        this.query = query;
        this.server = server;
        this.encoding = encoding;
    }

    SortedTexts of(String oid) throws SQLException {
        String version = server.isAtLeast(15) ? VERSION_OF_DATABASE : VERSION_OF_NAMESAKE;
        Collation collation = query.first(BoundSql.of(COLLATION.formatted(version), oid), Collation::read)
                .orElseThrow();
        List<String> sorted = query.list(sorted(collation), row -> row.getString(1));
        return SortedTexts.of(collation, sorted);
    }

    /** Of texts that the database can store. */
    private BoundSql sorted(Collation collation) {
        List<String> texts = TRICKY.stream()
                .filter(text -> encoding.equals("UTF8")
                        || StandardCharsets.US_ASCII.newEncoder().canEncode(text))
                .toList();
        return BoundSql.of(
                "select word from unnest(?::text[]) word order by word collate %s, word collate \"C\""
                        .formatted(collation.name()),
                texts);
    }
}
