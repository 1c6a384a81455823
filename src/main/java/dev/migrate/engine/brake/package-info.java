/** What may hold a worker back before it begins a page: why, for how long, and how people get to know of it. */
@NullMarked
package dev.migrate.engine.brake;

import org.jspecify.annotations.NullMarked;
