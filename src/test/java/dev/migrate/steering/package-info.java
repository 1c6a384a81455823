@NullMarked
package dev.migrate.steering;

import org.jspecify.annotations.NullMarked;
