/**
 * Starts programs of the user's, sees to it that they end whole, and that none outlives this process.
 */
@NullMarked
package dev.migrate.program;

import org.jspecify.annotations.NullMarked;
