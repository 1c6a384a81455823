/**
 * What of a value is compared: which columns of two tables can be, as what text, and by which hash.
 */
@NullMarked
package dev.migrate.type.compare.hash;

import org.jspecify.annotations.NullMarked;
