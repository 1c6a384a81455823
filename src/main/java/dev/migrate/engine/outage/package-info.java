/** Databases that are away for a while. */
@NullMarked
package dev.migrate.engine.outage;

import org.jspecify.annotations.NullMarked;
