/**
 * Health and metrics, of the repository and of all runs in it.
 */
@NullMarked
package dev.migrate.web.metrics;

import org.jspecify.annotations.NullMarked;
