@NullMarked
package dev.migrate.type.copy;

import org.jspecify.annotations.NullMarked;
