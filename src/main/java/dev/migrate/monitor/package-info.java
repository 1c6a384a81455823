/**
 * What is running and how far.
 */
@NullMarked
package dev.migrate.monitor;

import org.jspecify.annotations.NullMarked;
