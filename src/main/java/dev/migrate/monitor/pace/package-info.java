/**
 * How fast a run gets on, and when it will end.
 */
@NullMarked
package dev.migrate.monitor.pace;

import org.jspecify.annotations.NullMarked;
