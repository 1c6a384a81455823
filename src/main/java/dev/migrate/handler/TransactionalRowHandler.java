package dev.migrate.handler;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does something with every row in the row's own database, exactly once: what its statements do is committed together with
 * the page. What it does elsewhere may be done more than once.
 */
@FunctionalInterface
public non-sealed interface TransactionalRowHandler extends Handler {

    /**
     * Handles a row. The transaction is the page's, which is ended by nobody else; it is rolled back if a
     * row lets about 13 seconds pass without a statement. If the
     * database has constraints that are initially deferred, all deferrable ones are checked when this returns.
     *
     * @param row only to be used until this returns
     * @param database the row's database. Rows that {@code update()} reports count as written.
     * @throws Exception if it could not be done: what this row's statements did is rolled back, and the row is tried again or
     *     set aside, as {@code on-error} says. An {@link InterruptedException} or an {@link Error} fails the partition; after a
     *     deadlock or a lost connection the whole page is done again.
     */
    void handle(Row row, JdbcClient database) throws Exception;
}
