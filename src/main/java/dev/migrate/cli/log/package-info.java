/**
 * Where the log goes.
 */
@NullMarked
package dev.migrate.cli.log;

import org.jspecify.annotations.NullMarked;
