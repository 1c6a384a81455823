/**
 * Claims partitions and works on them, page by page.
 */
@NullMarked
package dev.migrate.engine.worker;

import org.jspecify.annotations.NullMarked;
