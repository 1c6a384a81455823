@NullMarked
package dev.migrate.type.sql;

import org.jspecify.annotations.NullMarked;
