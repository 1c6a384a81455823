@NullMarked
package dev.migrate.engine.split;

import org.jspecify.annotations.NullMarked;
