/** The worker step, driven page by page. */
@NullMarked
package dev.migrate.engine.step;

import org.jspecify.annotations.NullMarked;
