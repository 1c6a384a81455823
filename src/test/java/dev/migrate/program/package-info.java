@NullMarked
package dev.migrate.program;

import org.jspecify.annotations.NullMarked;
