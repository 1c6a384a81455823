@NullMarked
package dev.migrate.engine.brake;

import org.jspecify.annotations.NullMarked;
