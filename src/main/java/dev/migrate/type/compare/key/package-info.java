/**
 * Sees to it that a range of keys means the same keys in all tables of a comparison: finds an order that they share, and
 * whether their indexes serve it.
 */
@NullMarked
package dev.migrate.type.compare.key;

import org.jspecify.annotations.NullMarked;
