package dev.migrate.monitor.row;

/**
 * A row of a list that is read in pieces.
 *
 * @param id to go on from: those of an instance rise in the order in which they were stored
 */
public record Numbered<T>(long id, T row) {}
