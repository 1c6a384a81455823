package dev.migrate.cli.display;

/** How a list is written: a line for each of its elements, so that any number of them can be. */
public enum ListFormat {
    /** Columns for people. */
    TABLE,
    /** A JSON object a line. */
    JSON,
    /** Comma-separated values as RFC 4180 has them; what is no text as JSON. */
    CSV
}
