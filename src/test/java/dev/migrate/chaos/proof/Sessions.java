package dev.migrate.chaos.proof;

import java.util.List;

/** What processes that have ended may leave behind on a server. */
final class Sessions {

    private static final String NONE_LEFT = """
            select sessions + locks + prepared = 0 as holds,
                   format('%s sessions, %s of them idle in transaction, %s advisory locks, %s prepared transactions',
                       sessions, idle, locks, prepared) as numbers
            from (select
                (select count(*) from pg_stat_activity where datname = current_database()
                    and backend_type = 'client backend' and pid <> pg_backend_pid()) as sessions,
                (select count(*) from pg_stat_activity where datname = current_database()
                    and state like 'idle in transaction%' and pid <> pg_backend_pid()) as idle,
                (select count(*) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
                    and database = (select oid from pg_database where datname = current_database())) as locks,
                (select count(*) from pg_prepared_xacts where database = current_database()) as prepared) left_behind
            """;

    static final List<Question> QUESTIONS = List.of(
            new Question("no session is left in the repository", Evidence::repository, NONE_LEFT),
            new Question("no session is left in the target", Evidence::target, NONE_LEFT));

    private Sessions() {}
}
