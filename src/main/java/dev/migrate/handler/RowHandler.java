package dev.migrate.handler;

/**
 * Does something with every row outside of the row's database: calls a service, fills an index. At least once: after a crash,
 * or a failure of the page, the rows of the page in hand are handled again, so doing it twice must do no harm.
 */
@FunctionalInterface
public non-sealed interface RowHandler extends Handler {

    /**
     * Handles a row; what it needs later it must have done when this returns. No transaction is open meanwhile.
     *
     * @param row only to be used until this returns
     * @throws Exception if it could not be done: the row is tried again or set aside, as {@code on-error} says. An
     *     {@link InterruptedException} or an {@link Error} is nobody's row's fault and fails the partition.
     */
    void handle(Row row) throws Exception;
}
