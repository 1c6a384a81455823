/**
 * What people ask of a run while it goes on: to stop, pause, resume, be abandoned, or be held back. Each wish is a flag that the
 * engine obeys, written in one transaction that has locked the run.
 */
@NullMarked
package dev.migrate.steering;

import org.jspecify.annotations.NullMarked;
