package dev.migrate.type.rows.talk;

/**
 * A row that the program answered with an error.
 *
 * @param error in the program's words
 */
public record RefusedRow(RowLine row, String error) {}
