@NullMarked
package dev.migrate.definition;

import org.jspecify.annotations.NullMarked;
