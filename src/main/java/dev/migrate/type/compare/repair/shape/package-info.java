/** What the catalog says of a table that is to be repaired. */
@NullMarked
package dev.migrate.type.compare.repair.shape;

import org.jspecify.annotations.NullMarked;
