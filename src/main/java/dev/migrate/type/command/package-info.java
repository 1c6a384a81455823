/**
 * The job type command: a program of the user's, run once for each partition.
 */
@NullMarked
package dev.migrate.type.command;

import org.jspecify.annotations.NullMarked;
