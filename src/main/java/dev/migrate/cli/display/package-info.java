/**
 * What users see: the progress line, summaries, tables, JSON.
 */
@NullMarked
package dev.migrate.cli.display;

import org.jspecify.annotations.NullMarked;
