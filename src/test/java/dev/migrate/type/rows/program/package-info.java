@NullMarked
package dev.migrate.type.rows.program;

import org.jspecify.annotations.NullMarked;
