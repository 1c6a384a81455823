package dev.migrate.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The worker step over a partition of three pages whose rows are in one database, and its repository in another. */
class WorkedOnIT {

    private static final int PAGES = 3;

    /** Where a connection is lost. */
    enum Seam {
        BEFORE_THE_COMMIT_IN_THE_TARGET,
        AFTER_THE_COMMIT_IN_THE_TARGET,
        BEFORE_THE_COMMIT_IN_THE_REPOSITORY,
        AFTER_THE_COMMIT_IN_THE_REPOSITORY
    }

    private CounterTable table;
    private OnePartition partition;

    @BeforeEach
    void make() throws Exception {
        table = new CounterTable();
        partition = new OnePartition(table);
    }

    @AfterEach
    void close() {
        partition.close();
        table.close();
    }

    @Test
    void is_done_by_one_claim() {
        assertThat(partition.work()).isEqualTo(1);
        assertDoneOnce();
    }

    static Stream<Arguments> seams() {
        return Stream.of(Seam.values())
                .flatMap(seam -> IntStream.rangeClosed(1, PAGES).mapToObj(page -> Arguments.of(seam, page)));
    }

    @ParameterizedTest
    @MethodSource("seams")
    void is_done_once_whichever_commit_is_lost_or_not_heard_of(Seam seam, int page) {
        lose(seam, page);

        int claims = partition.work();

        // The last commit in the repository ends the claim as well, heard or not.
        boolean over = seam == Seam.AFTER_THE_COMMIT_IN_THE_REPOSITORY && page == PAGES;
        assertThat(claims).isEqualTo(over ? 1 : 2);
        assertDoneOnce();
    }

    @Test
    void a_page_that_was_not_heard_of_counts_although_its_rows_are_gone() {
        lose(Seam.BEFORE_THE_COMMIT_IN_THE_REPOSITORY, 1);
        CounterTable.Event lost = partition.seams.beforeCommit;
        partition.seams.beforeCommit = c -> {
            table.databases.execute("target", "delete from counter");
            lost.happen(c);
        };

        assertThat(partition.work()).isEqualTo(2);

        assertThat(partition.ask("select state || ' ' || page || ' ' || read from migrate.partition"))
                .isEqualTo("done 1 4");
    }

    private void lose(Seam seam, int page) {
        AtomicInteger commits = new AtomicInteger();
        switch (seam) {
            // The first commit of a claim in the target is its fence.
            case BEFORE_THE_COMMIT_IN_THE_TARGET -> table.seams.beforeCommit = lost(commits, page + 1, true);
            case AFTER_THE_COMMIT_IN_THE_TARGET -> table.seams.afterCommit = lost(commits, page + 1, false);
            case BEFORE_THE_COMMIT_IN_THE_REPOSITORY -> partition.seams.beforeCommit = lost(commits, page, true);
            case AFTER_THE_COMMIT_IN_THE_REPOSITORY -> partition.seams.afterCommit = lost(commits, page, false);
        }
    }

    private static CounterTable.Event lost(AtomicInteger commits, int which, boolean rolledBack) {
        return connection -> {
            if (commits.incrementAndGet() == which) {
                if (rolledBack) {
                    connection.rollback();
                }
                throw new SQLException("connection lost", "08006");
            }
        };
    }

    private void assertDoneOnce() {
        assertThat(table.counts()).isEqualTo("1111111111");
        assertThat(partition.ask("select state || ' ' || page || ' ' || read || ' ' || written from migrate.partition"))
                .isEqualTo("done 3 10 10");
        assertThat(table.ask("select page || ' ' || position from migrate.checkpoint"))
                .isEqualTo("3 [\"10\"]");
    }
}
