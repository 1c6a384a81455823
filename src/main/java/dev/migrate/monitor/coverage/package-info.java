/**
 * What a run has covered: which keys, on which databases.
 */
@NullMarked
package dev.migrate.monitor.coverage;

import org.jspecify.annotations.NullMarked;
