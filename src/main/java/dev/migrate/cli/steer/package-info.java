/** Commands that steer a run. */
@NullMarked
package dev.migrate.cli.steer;

import org.jspecify.annotations.NullMarked;
