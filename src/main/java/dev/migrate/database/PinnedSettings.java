package dev.migrate.database;

/**
 * The settings of a session under which a value has one text, SQL means one thing, and nothing ends before it is done,
 * whatever the server, the database or the role is set to. For PostgreSQL 12 and later.
 */
public final class PinnedSettings {

    // What a search path names before pg_catalog takes the place of PostgreSQL's own functions, operators and types: so
    // pg_catalog goes first. Timeouts and isolation that the URL asks for stay: they are meant for us.
    public static final String SQL = """
            select pg_catalog.set_config('search_path', coalesce((
              select pg_catalog.string_agg(pg_catalog.quote_ident(path.name::pg_catalog.text), ', ' order by path.at)
              from pg_catalog.unnest(pg_catalog.current_schemas(false)) with ordinality as path (name, at)
              where path.name operator(pg_catalog.<>) 'pg_catalog'), ''), false)
            where 'pg_catalog' operator(pg_catalog.=) any (pg_catalog.current_schemas(false));
            set timezone = 'UTC';
            set datestyle = 'ISO';
            set intervalstyle = 'postgres';
            set extra_float_digits = 3;
            set bytea_output = 'hex';
            set lc_monetary = 'C';
            set xmloption = 'content';
            set array_nulls = on;
            set quote_all_identifiers = off;
            set transform_null_equals = off;
            set standard_conforming_strings = on;
            select set_config(name, case name when 'default_transaction_isolation' then 'read committed' else '0' end, false)
            from pg_settings
            where name in ('statement_timeout', 'transaction_timeout', 'default_transaction_isolation')
              and source not in ('client', 'session')
            """;

    private PinnedSettings() {}
}
