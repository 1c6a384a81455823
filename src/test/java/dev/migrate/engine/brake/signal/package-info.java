@NullMarked
package dev.migrate.engine.brake.signal;

import org.jspecify.annotations.NullMarked;
