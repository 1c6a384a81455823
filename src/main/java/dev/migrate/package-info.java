/**
 * Starts Migrate and puts its parts together.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
