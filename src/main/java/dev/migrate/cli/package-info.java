/**
 * Commands, help, the progress line, exit codes.
 */
@NullMarked
package dev.migrate.cli;

import org.jspecify.annotations.NullMarked;
