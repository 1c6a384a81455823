package dev.migrate.engine.step;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.TargetWork;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a page pass only if it does not set more rows aside than the whole run may; else the page is as if it had never been
 * done. Pages that are committed at the same moment do not see each other's. Thread-safe.
 */
final class FailedRowLimit {

    private static final String FAILED =
            "select count(*) from (select from migrate.failed_row where instance_id = :instance limit :most) f";

    private final JdbcClient repository;
    private final long instance;
    private final long most;

    FailedRowLimit(JdbcClient repository, long instance, long most) {
        this.repository = repository;
        this.instance = instance;
        this.most = most;
    }

    /** The same work within the limit. */
    PageWork on(PageWork work) {
        return new PageWork() {
            @Override
            public PageResult apply(Page page) throws Exception {
                return within(work.apply(page));
            }
        };
    }

    /** The same work within the limit. */
    TargetWork on(TargetWork work) {
        return new TargetWork() {
            @Override
            public DatabaseName target() {
                return work.target();
            }

            @Override
            public PageResult apply(Page page, Connection target) throws Exception {
                return within(work.apply(page, target));
            }
        };
    }

    private PageResult within(PageResult result) {
        if (!result.failedRows().isEmpty() && most < Long.MAX_VALUE) {
            long before = repository
                    .sql(FAILED)
                    .param("instance", instance)
                    .param("most", most)
                    .query(Long.class)
                    .single();
            if (before + result.failedRows().size() > most) {
                throw tooMany(before, result);
            }
        }
        return result;
    }

    private UserMistake tooMany(long before, PageResult result) {
        FailedRow first = result.failedRows().get(0);
        return new UserMistake(
                "%d rows were set aside before, and %d of this page would be more than the %d that on-error"
                                .formatted(before, result.failedRows().size(), most)
                        + " lets the run skip; the first of them is " + first.key() + ": " + first.error()
                        + "; mend what is wrong with them, and run the same command again");
    }
}
