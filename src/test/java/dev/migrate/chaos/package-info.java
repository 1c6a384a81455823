/** Shoots at a run of real processes and servers for a while, and proves from the tables that nothing was lost or done twice. */
@NullMarked
package dev.migrate.chaos;

import org.jspecify.annotations.NullMarked;
