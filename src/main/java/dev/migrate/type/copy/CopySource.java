package dev.migrate.type.copy;

import dev.migrate.definition.Source;
import dev.migrate.definition.yaml.Inline;

/**
 * Where the rows come from.
 *
 * @param rows by which the pages are cut, and which are counted as read
 * @param select gives the rows of the target for the page at {@code {range}}
 */
public record CopySource(@Inline Source rows, String select) {}
