/** Which brakes the work on a partition has, and how it waits for them. */
@NullMarked
package dev.migrate.engine.braking;

import org.jspecify.annotations.NullMarked;
