/** The two sides of a comparison, and how both are asked at the same time. */
@NullMarked
package dev.migrate.type.compare.side;

import org.jspecify.annotations.NullMarked;
