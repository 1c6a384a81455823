/** Does the faults: to workers, managers, servers and the broker. */
@NullMarked
package dev.migrate.chaos.act;

import org.jspecify.annotations.NullMarked;
