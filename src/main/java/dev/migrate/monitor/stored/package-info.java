/**
 * How the repository stores keys and parameters.
 */
@NullMarked
package dev.migrate.monitor.stored;

import org.jspecify.annotations.NullMarked;
