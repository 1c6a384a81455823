/**
 * Reads YAML into records: every value keeps its line, and all mistakes of a file are told at once.
 */
@NullMarked
package dev.migrate.definition.yaml;

import org.jspecify.annotations.NullMarked;
