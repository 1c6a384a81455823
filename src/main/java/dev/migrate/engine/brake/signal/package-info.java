/** Brakes that go by what PostgreSQL says of itself. */
@NullMarked
package dev.migrate.engine.brake.signal;

import org.jspecify.annotations.NullMarked;
