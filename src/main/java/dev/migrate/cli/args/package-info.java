/**
 * Reads the words of a command line.
 */
@NullMarked
package dev.migrate.cli.args;

import org.jspecify.annotations.NullMarked;
