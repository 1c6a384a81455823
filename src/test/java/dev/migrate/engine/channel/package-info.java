/** What every transport promises. */
@NullMarked
package dev.migrate.engine.channel;

import org.jspecify.annotations.NullMarked;
