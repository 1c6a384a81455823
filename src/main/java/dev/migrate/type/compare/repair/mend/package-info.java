/** Mends the rows of a page, each as a whole or not at all. */
@NullMarked
package dev.migrate.type.compare.repair.mend;

import org.jspecify.annotations.NullMarked;
