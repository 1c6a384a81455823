package dev.migrate.job;

/** Work that writes to no database. */
public non-sealed interface PageWork extends PartitionWork {

    /**
     * Does one page. May be called again for a page whose result was lost.
     *
     * @throws Exception if the page could not be done; nothing of it counts then
     */
    PageResult apply(Page page) throws Exception;
}
