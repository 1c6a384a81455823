@NullMarked
package dev.migrate.type.rows.page;

import org.jspecify.annotations.NullMarked;
