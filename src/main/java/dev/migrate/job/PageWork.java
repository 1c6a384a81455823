package dev.migrate.job;

/** A partition opened by one worker thread. Not thread-safe; a crash leaves nothing behind that {@link #close} would mend. */
public interface PageWork extends AutoCloseable {

    /**
     * Does one page. May be called again for a page whose result was lost, so what it writes must be tied to the page.
     *
     * @throws Exception if the page could not be done; nothing of it counts then
     */
    PageResult apply(Page page) throws Exception;

    @Override
    default void close() {}
}
