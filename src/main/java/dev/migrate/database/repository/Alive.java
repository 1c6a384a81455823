package dev.migrate.database.repository;

/** Who is alive, for SQL on the repository. */
public final class Alive {

    /** The first half of the advisory lock that a process holds while it lives ("migr"); the second is its number. */
    public static final int LOCKS = 0x6d696772;

    private Alive() {}

    /**
     * A condition that holds while a process lives.
     *
     * @param number an SQL expression for the number by which it is known in {@code migrate.worker}
     */
    public static String process(String number) {
        return """
                exists (select from pg_locks l
                        where l.locktype = 'advisory' and l.classid = %d::oid and l.objid = (%s)::bigint::oid
                          and l.objsubid = 2 and l.granted
                          and l.database = (select oid from pg_database where datname = current_database()))
                """.formatted(LOCKS, number);
    }
}
