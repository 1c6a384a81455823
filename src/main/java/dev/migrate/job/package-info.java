/**
 * The words: what a job is, what happens to one page of rows, and how it ends. Plain Java, no dependencies.
 */
@NullMarked
package dev.migrate.job;

import org.jspecify.annotations.NullMarked;
