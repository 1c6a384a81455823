@NullMarked
package dev.migrate.type.rows.talk;

import org.jspecify.annotations.NullMarked;
