/** The servers that a run needs, which can be taken away. */
@NullMarked
package dev.migrate.chaos.server;

import org.jspecify.annotations.NullMarked;
