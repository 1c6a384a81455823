/** Tells another machine when a run ends or needs somebody. */
@NullMarked
package dev.migrate.cli.notify;

import org.jspecify.annotations.NullMarked;
