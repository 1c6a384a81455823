package dev.migrate.type.sql;

import dev.migrate.definition.Source;

/**
 * What a job file of type sql says.
 *
 * @param source the rows by which pages are cut, and which are counted as read
 * @param statement one statement with {@code {range}} in it, run on each database of the source
 */
public record SqlDefinition(Source source, String statement) {}
