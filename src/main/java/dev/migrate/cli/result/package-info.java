/**
 * Results for programs: what a run prints and reports as JSON.
 */
@NullMarked
package dev.migrate.cli.result;

import org.jspecify.annotations.NullMarked;
