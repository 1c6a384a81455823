package dev.migrate.handler;

/**
 * Code for every row of a job of type rows: implement {@link RowHandler} or {@link TransactionalRowHandler}. A public class
 * with a public constructor without parameters; a worker thread makes an instance of its own for each partition that it opens,
 * and no other thread uses that.
 */
public sealed interface Handler permits RowHandler, TransactionalRowHandler {

    /**
     * Called before the first row of a partition. Nothing is closed if this fails.
     *
     * @throws Exception to fail the partition
     */
    default void open(HandlerContext context) throws Exception {}

    /**
     * Called when the worker leaves the partition, whether that is done or not; not after a crash. It is too late to do
     * anything with rows that were handled: they count as done when their page ends. What it throws is logged.
     */
    default void close() throws Exception {}
}
