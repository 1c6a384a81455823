@NullMarked
package dev.migrate.type.check;

import org.jspecify.annotations.NullMarked;
