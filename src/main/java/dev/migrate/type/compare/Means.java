package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.Pause;
import java.util.concurrent.Executor;

/**
 * What a comparison works with.
 *
 * @param sideQueries asks further tables while the calling thread asks the first; never makes a question wait for another
 * @param pause waits before rows are looked at again
 */
record Means(Databases databases, Executor sideQueries, Pause pause) {}
