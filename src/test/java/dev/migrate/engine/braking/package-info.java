@NullMarked
package dev.migrate.engine.braking;

import org.jspecify.annotations.NullMarked;
