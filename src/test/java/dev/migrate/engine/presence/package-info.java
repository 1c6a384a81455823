/** How processes are known to live. */
@NullMarked
package dev.migrate.engine.presence;

import org.jspecify.annotations.NullMarked;
