/** What may hold a run back, as people write it: in a job file, for a database, or by hand. */
@NullMarked
package dev.migrate.job.throttle;

import org.jspecify.annotations.NullMarked;
