@NullMarked
package dev.migrate.engine.retry;

import org.jspecify.annotations.NullMarked;
