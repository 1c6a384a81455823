/** In which order rows of a table have to be mended that depend on each other, and which others have to be first. */
@NullMarked
package dev.migrate.type.compare.repair.relative;

import org.jspecify.annotations.NullMarked;
