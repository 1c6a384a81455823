package dev.migrate.monitor.row;

/**
 * A run of just the rows that another one set aside.
 *
 * @param execution its last one
 * @param rows that it has to do again
 * @param done of them, those that it did, whatever came of it
 * @param failedAgain of these, those that it set aside in turn
 */
public record Retry(long execution, String status, long rows, long done, long failedAgain) {}
