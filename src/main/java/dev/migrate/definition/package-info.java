/**
 * Finds and binds the YAML of a config directory; locates every error.
 */
@NullMarked
package dev.migrate.definition;

import org.jspecify.annotations.NullMarked;
