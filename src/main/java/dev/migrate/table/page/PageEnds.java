package dev.migrate.table.page;

import dev.migrate.job.Page;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Says where the pages of a range end: computed where ids are dense, else looked up, while the page before is still being
 * done. Not thread-safe.
 */
final class PageEnds {

    private record Lookup(CompletableFuture<Optional<KeyValue>> answer, long rows) {}

    private final KeyLookups lookups;
    private final PageSize size;
    private final boolean integer;

    private DenseIds ids;
    private @Nullable Lookup ahead;

    PageEnds(KeyLookups lookups, PageSize size, boolean integer) {
        this.lookups = lookups;
        this.size = size;
        this.integer = integer;
        this.ids = size.ids();
    }

    /** The end of the first page of what is left of a range; at the range's end if less than a page is left. */
    PageEnd next(KeyRange rest) throws SQLException, InterruptedException {
        if (rest.isOneKey()) {
            return new PageEnd(Objects.requireNonNull(rest.upper()), 1);
        }
        Lookup begun = ahead;
        ahead = null;
        if (begun == null) {
            Optional<PageEnd> computed = computed(rest);
            if (computed.isPresent()) {
                return computed.get();
            }
            begun = lookUp(rest);
        }
        KeyValue end = KeyLookups.await(begun.answer()).orElse(Objects.requireNonNull(rest.upper()));
        return new PageEnd(end, begun.rows());
    }

    /** Begins to look up the next end, if it will be needed. */
    void lookAhead(KeyRange rest) {
        if (!Objects.equals(rest.lower(), rest.upper()) && computed(rest).isEmpty()) {
            ahead = lookUp(rest);
        }
    }

    /** Takes in how many rows a page had. */
    void learn(Page page, long rows) {
        if (integer && page.range().lower() != null) {
            ids = DenseIds.of(page.range(), rows);
            size.learn(ids);
        }
    }

    /** Forgets a lookup that is under way, and waits for it, so that no connection is in use afterwards. */
    void close() {
        Lookup begun = ahead;
        ahead = null;
        if (begun != null) {
            begun.answer().handle((end, failure) -> end).join();
        }
    }

    private Optional<PageEnd> computed(KeyRange rest) {
        return integer ? ids.end(rest, size.rows()) : Optional.empty();
    }

    private Lookup lookUp(KeyRange rest) {
        int rows = size.rows();
        return new Lookup(lookups.nth(rest, rows), rows);
    }
}
