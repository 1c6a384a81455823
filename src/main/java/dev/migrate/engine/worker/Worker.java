package dev.migrate.engine.worker;

import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.engine.accept.AcceptedRun;
import dev.migrate.engine.accept.FreeHands;
import dev.migrate.engine.accept.RunBoard;
import dev.migrate.engine.accept.Steering;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.brake.BrakedTable;
import dev.migrate.engine.brake.Hold;
import dev.migrate.engine.braking.Orders;
import dev.migrate.engine.channel.RequestHandler;
import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.claim.Claims;
import dev.migrate.engine.step.WorkerStep;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/**
 * One life of a worker, from joining to the loss of its presence: claims partitions and works on each to its end. A request is
 * only a hint, so a stale or repeated one does nothing. Thread-safe; each thread of a process calls it.
 */
final class Worker implements RequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final int number;
    private final Claims claims;
    private final WorkerStep step;
    private final RunBoard board;
    private final WorkerNews news;
    private final BrakedTable braked;
    private final BooleanSupplier mustStop;
    private final AttemptsInHand inHand = new AttemptsInHand();

    /** @param mustStop whether to finish the page in hand and begin nothing new */
    Worker(
            int number,
            Claims claims,
            WorkerStep step,
            RunBoard board,
            WorkerNews news,
            BrakedTable braked,
            BooleanSupplier mustStop) {
        this.number = number;
        this.claims = claims;
        this.step = step;
        this.board = board;
        this.news = news;
        this.braked = braked;
        this.mustStop = mustStop;
    }

    @Override
    public void handle(StepExecutionRequest request) {
        boolean unused = work(() -> claims.asked(request.getStepExecutionId(), board, number));
    }

    @Override
    public boolean takeNext() {
        return work(() -> claims.next(board, number));
    }

    /** Gives back what bears this worker's number though no thread works on it: claims whose commit it never heard of. */
    void giveBackAbandoned() {
        inHand.withNoneBeingMade(inHand -> claims.abandoned().giveBack(number, inHand));
    }

    /** Looks which runs go on, and tells what holds this worker back; the instances of the runs that it works for. */
    Set<Long> runs() {
        board.refresh();
        braked.tell();
        return board.instances();
    }

    /** No thread works any more. */
    void left() {
        try {
            braked.leave();
        } catch (RuntimeException e) {
            LOG.debug("What held it back stays told of, and means nothing when it is dead", e);
        }
    }

    /** Whether a thread has a partition in hand, or there is one to be had, or may come to be. */
    boolean hasSomethingToDo() {
        return !inHand.isEmpty() || board.isSomethingToDo();
    }

    private boolean work(Supplier<Optional<Claim>> claiming) {
        if (mustStop.getAsBoolean()) {
            return false;
        }
        try {
            Optional<Claim> claim = inHand.begin(claiming);
            claim.ifPresentOrElse(this::work, news::idle);
            return claim.isPresent();
        } catch (RuntimeException | Error e) {
            LOG.debug("A request came to nothing", e);
            tell(e);
            return false;
        }
    }

    /** What does not pass by itself must be seen by people, or a run waits for this worker in vain. */
    private void tell(Throwable trouble) {
        if (SqlProblem.of(trouble) != SqlProblem.PASSING) {
            try {
                board.cannot(ServerMessage.of(trouble));
            } catch (RuntimeException e) {
                LOG.debug("That could not be told either", e);
            }
        }
    }

    private void work(Claim claim) {
        try {
            AcceptedRun run = board.accepted(claim.job().instance())
                    .orElseThrow(() -> new IllegalStateException("claimed for a run that is not worked for"));
            step.execute(claim, run, new RunOrders(claim.job().instance()));
        } finally {
            inHand.end(claim);
            news.left(claim.job().name(), claim.partition().number());
        }
    }

    private final class RunOrders implements Orders {

        private final long instance;

        RunOrders(long instance) {
            this.instance = instance;
        }

        @Override
        public boolean mustStop() {
            return mustStop.getAsBoolean();
        }

        @Override
        public boolean runGoesOn() {
            return board.goesOn(instance);
        }

        @Override
        public Steering steering() {
            return board.steering(instance);
        }

        @Override
        public FreeHands freeHands() {
            return board.freeHands(instance);
        }

        @Override
        public void held(Hold hold) {
            braked.note(instance, hold);
        }
    }
}
