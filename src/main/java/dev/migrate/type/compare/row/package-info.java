/** Looks at the rows that seem to differ, one by one, and says what is wrong with them. */
@NullMarked
package dev.migrate.type.compare.row;

import org.jspecify.annotations.NullMarked;
