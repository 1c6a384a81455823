/**
 * Plans, offers and watches partitions; restarts and takes over.
 */
@NullMarked
package dev.migrate.engine.manager;

import org.jspecify.annotations.NullMarked;
