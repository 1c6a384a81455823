/**
 * Which columns a copy fills, and how their values travel.
 */
@NullMarked
package dev.migrate.type.copy.column;

import org.jspecify.annotations.NullMarked;
