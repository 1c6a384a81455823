@NullMarked
package dev.migrate.type.rows;

import org.jspecify.annotations.NullMarked;
