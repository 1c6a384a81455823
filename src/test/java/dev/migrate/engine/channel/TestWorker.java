package dev.migrate.engine.channel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/** A worker process, as far as a transport sees it. */
public final class TestWorker implements RequestHandler, AutoCloseable {

    private final Board board;
    private final LongConsumer work;
    private final Intake intake;
    private final ConcurrentLinkedQueue<Long> brought = new ConcurrentLinkedQueue<>();
    private volatile Set<Long> served = Set.of();

    /** @param work what is done with an attempt that was claimed */
    @SuppressWarnings("this-escape") // the intake brings nothing before it is told what to serve
    public TestWorker(RequestTransport transport, Board board, int threads, LongConsumer work) {
        this.board = board;
        this.work = work;
        this.intake = transport.intake(threads, this);
    }

    public void serve(Long... instances) {
        served = Set.of(instances);
        lookAgain();
    }

    /** As a process does when it hears that something may have begun to wait. */
    public void lookAgain() {
        intake.serve(served);
    }

    /** The attempts that it was asked for, or took. */
    public List<Long> brought() {
        return List.copyOf(brought);
    }

    @Override
    public void handle(StepExecutionRequest request) {
        brought.add(request.getStepExecutionId());
        if (board.claim(request.getStepExecutionId())) {
            workOn(request.getStepExecutionId());
        }
    }

    @Override
    public boolean takeNext() {
        List<Long> next = board.next(served);
        next.stream().filter(board::claim).forEach(attempt -> {
            brought.add(attempt);
            workOn(attempt);
        });
        return !next.isEmpty();
    }

    private void workOn(long attempt) {
        work.accept(attempt);
        board.finish(attempt);
    }

    @Override
    public void close() {
        intake.close();
    }
}
