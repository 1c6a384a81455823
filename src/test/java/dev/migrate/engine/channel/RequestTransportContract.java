package dev.migrate.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/** What every transport promises, whether it sends requests or has workers look for themselves. */
public abstract class RequestTransportContract {

    /** The instance whose partitions are worked on. */
    protected static final long RUN = 7;

    protected final Board board = new Board();

    /** Holds up the workers that {@link #patient} made. */
    protected final CountDownLatch release = new CountDownLatch(1);

    private final List<TestWorker> workers = new ArrayList<>();
    private final List<Offers> offers = new ArrayList<>();

    /** The same at each call. */
    protected abstract RequestTransport transport();

    @AfterEach
    void close() {
        release.countDown();
        workers.forEach(TestWorker::close);
        offers.forEach(Offers::close);
    }

    @Test
    void every_partition_is_worked_on_once() {
        worker(3).serve(RUN);
        long[] attempts = LongStream.rangeClosed(1, 200).toArray();

        offer(manager(RUN), board.put(RUN, attempts));

        await().untilAsserted(() -> assertThat(board.done()).hasSize(200));
        assertThat(board.done()).containsExactlyInAnyOrder(box(attempts));
    }

    @Test
    void as_many_are_worked_on_at_a_time_as_there_are_threads() {
        CountDownLatch three = new CountDownLatch(3);
        TestWorker worker = worker(3, attempt -> {
            three.countDown();
            wait(release);
        });
        worker.serve(RUN);

        offer(manager(RUN), board.put(RUN, 1, 2, 3, 4, 5));

        wait(three);
        assertThat(board.waiting()).hasSize(2);
    }

    @Test
    void a_request_that_is_repeated_or_stale_does_no_harm() {
        worker(2).serve(RUN);
        Offers manager = manager(RUN);
        List<StepExecutionRequest> requests = board.put(RUN, 1, 2);

        offer(manager, requests);
        offer(manager, requests);
        offer(manager, Board.requests(99));
        offer(manager, board.put(RUN, 3));

        await().untilAsserted(() -> assertThat(board.done()).containsExactlyInAnyOrder(1L, 2L, 3L));
    }

    @Test
    void serving_the_same_again_and_again_changes_nothing() {
        TestWorker worker = worker(2);
        Offers manager = manager(RUN);
        for (long attempt = 1; attempt <= 20; attempt++) {
            worker.serve(RUN);
            offer(manager, board.put(RUN, attempt));
        }

        await().untilAsserted(() -> assertThat(board.done()).hasSize(20));
        assertThat(board.done()).doesNotHaveDuplicates();
    }

    @Test
    void closing_finishes_what_is_in_hand_and_takes_nothing_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        TestWorker worker = worker(1, attempt -> {
            begun.countDown();
            wait(release);
        });
        worker.serve(RUN);
        offer(manager(RUN), board.put(RUN, 1, 2, 3, 4));
        wait(begun);

        Thread closing = new Thread(worker::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        release.countDown();
        closing.join();

        assertThat(board.done()).hasSize(1);
        assertThat(board.waiting()).hasSize(3);
    }

    /** A worker process that does what it is brought. */
    protected TestWorker worker(int threads) {
        return worker(threads, attempt -> {});
    }

    /** A worker process that does what it is brought as soon as {@link #release} lets it. */
    protected TestWorker patient(int threads) {
        return worker(threads, attempt -> wait(release));
    }

    protected TestWorker worker(int threads, LongConsumer work) {
        TestWorker worker = new TestWorker(transport(), board, threads, work);
        workers.add(worker);
        return worker;
    }

    /** A manager's end. */
    protected Offers manager(long instance) {
        Offers manager = transport().offers(instance);
        offers.add(manager);
        return manager;
    }

    /** Offers what there is room for, as managers do, and has worker processes hear that something may have begun to wait. */
    protected void offer(Offers manager, List<StepExecutionRequest> requests) {
        int room = manager.room();
        if (room > 0) {
            manager.offer(requests.subList(0, Math.min(room, requests.size())));
        }
        workers.forEach(TestWorker::lookAgain);
    }

    protected static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Long[] box(long... attempts) {
        return LongStream.of(attempts).boxed().toArray(Long[]::new);
    }
}
