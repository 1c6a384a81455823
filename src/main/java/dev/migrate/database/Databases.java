package dev.migrate.database;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.Throttle;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The databases that jobs may name. A pool is opened when it is first asked for, its sessions set up so that neither the
 * server's nor the client's settings change a result. Thread-safe.
 */
public interface Databases {

    Set<DatabaseName> names();

    /**
     * The pool of a database.
     *
     * @throws dev.migrate.job.UserMistake if there is no such database or it cannot be reached; names host and port
     */
    DataSource dataSource(DatabaseName name);

    /** How many partitions that need a database may be in work at once, as the settings limit it. */
    default OptionalInt maxWorkers(DatabaseName name) {
        return OptionalInt.empty();
    }

    /** The brakes of all work on a database, as the settings say. */
    default Throttle throttle(DatabaseName name) {
        return Throttle.NONE;
    }

    /** What the server of a database says of itself; asked once. */
    ServerFacts facts(DatabaseName name);

    /** What the server says of itself now: behind the same url there may be another one by this time. */
    default ServerFacts factsNow(DatabaseName name) {
        return facts(name);
    }
}
