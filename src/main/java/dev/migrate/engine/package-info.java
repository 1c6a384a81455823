/**
 * Runs any job type: manager step, splitter, partition handler, request channel, presence, claims, worker step.
 */
@NullMarked
package dev.migrate.engine;

import org.jspecify.annotations.NullMarked;
