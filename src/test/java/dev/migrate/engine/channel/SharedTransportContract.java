package dev.migrate.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** What every transport promises that reaches the workers of other processes, too. */
public abstract class SharedTransportContract extends RequestTransportContract {

    private static final long OTHER_RUN = 8;

    @Test
    void processes_share_the_work() {
        CyclicBarrier both = new CyclicBarrier(2);
        TestWorker one = worker(1, attempt -> meet(both));
        TestWorker other = worker(1, attempt -> meet(both));
        one.serve(RUN);
        other.serve(RUN);

        offer(manager(RUN), board.put(RUN, 1, 2));

        await().untilAsserted(() -> assertThat(board.done()).containsExactlyInAnyOrder(1L, 2L));
    }

    @Test
    void a_process_that_joins_late_gets_work() {
        TestWorker early = patient(1);
        early.serve(RUN);
        offer(manager(RUN), board.put(RUN, 1, 2, 3, 4, 5));
        await().until(() -> board.waiting().size() == 4);

        TestWorker late = worker(1);
        late.serve(RUN);

        await().untilAsserted(() -> assertThat(late.brought()).isNotEmpty());
    }

    @Test
    void a_process_that_joins_after_the_offers_gets_all_of_them() {
        offer(manager(RUN), board.put(RUN, 1, 2, 3));

        worker(1).serve(RUN);

        await().untilAsserted(() -> assertThat(board.done()).containsExactlyInAnyOrder(1L, 2L, 3L));
    }

    @Test
    void what_a_closed_process_had_not_begun_goes_to_others() throws Exception {
        TestWorker leaving = patient(1);
        leaving.serve(RUN);
        offer(manager(RUN), board.put(RUN, 1, 2, 3, 4));
        await().until(() -> board.waiting().size() == 3);
        release.countDown();
        leaving.close();

        worker(1).serve(RUN);

        await().untilAsserted(() -> assertThat(board.done()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L));
    }

    @Test
    void nothing_is_brought_of_a_run_that_is_not_served() {
        TestWorker worker = worker(2);
        worker.serve(RUN);

        offer(manager(OTHER_RUN), board.put(OTHER_RUN, 100));
        offer(manager(RUN), board.put(RUN, 1, 2, 3));

        await().untilAsserted(() -> assertThat(board.done()).containsExactlyInAnyOrder(1L, 2L, 3L));
        assertThat(worker.brought()).doesNotContain(100L);
    }

    @Test
    void what_is_served_can_change() {
        TestWorker worker = worker(2);
        Offers manager = manager(RUN);
        Offers otherManager = manager(OTHER_RUN);
        worker.serve(RUN);
        worker.serve(OTHER_RUN);

        offer(manager, board.put(RUN, 1));
        offer(otherManager, board.put(OTHER_RUN, 100));
        await().untilAsserted(() -> assertThat(board.done()).containsExactly(100L));
        assertThat(board.waiting()).containsExactly(1L);

        worker.serve(RUN, OTHER_RUN);
        await().untilAsserted(() -> assertThat(board.done()).containsExactly(100L, 1L));
    }

    @Test
    void all_runs_together_get_no_more_threads_than_there_are() {
        TestWorker worker = patient(2);
        worker.serve(RUN, OTHER_RUN);

        offer(manager(RUN), board.put(RUN, 1, 2, 3));
        offer(manager(OTHER_RUN), board.put(OTHER_RUN, 100, 101, 102));

        await().until(() -> board.waiting().size() == 4);
        assertThat(worker.brought()).hasSize(2);
        release.countDown();
        await().untilAsserted(() -> assertThat(board.done()).hasSize(6));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
