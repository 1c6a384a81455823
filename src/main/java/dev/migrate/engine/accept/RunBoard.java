package dev.migrate.engine.accept;

import dev.migrate.engine.claim.Claims;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The runs that go on, and what this process has decided about each. A run that was declined is looked at again now and then,
 * for files and databases get put right. Thread-safe; {@link #refresh} is called by one thread.
 */
public final class RunBoard implements Claims.Runs {

    private static final int LOOK_AGAIN = 5;

    private static final String DECLINE = """
            insert into migrate.declined (worker, instance_id, reason) values (:worker, :instance, :reason)
            on conflict (worker, instance_id) do update set reason = excluded.reason
            """;

    private static final String ACCEPT =
            "delete from migrate.declined where worker = :worker and instance_id = :instance";

    private final JdbcClient repository;
    private final OpenRuns runs;
    private final int worker;
    private final Acceptance acceptance;
    private final Predicate<OpenRun> concerns;
    private final WorkerNews news;
    private final Map<Long, AcceptedRun> accepted = new ConcurrentHashMap<>();
    private final Map<Long, String> declined = new ConcurrentHashMap<>();
    private final Map<Long, FreeHands> freeHands = new ConcurrentHashMap<>();
    private volatile Map<Long, OpenRun> open = Map.of();
    private volatile boolean somethingToDo;
    private int refreshed;

    /**
     * An empty board.
     *
     * @param worker the number in whose name it decides
     * @param concerns which runs this process may work for at all
     */
    public RunBoard(
            JdbcClient repository, int worker, Acceptance acceptance, Predicate<OpenRun> concerns, WorkerNews news) {
        this.repository = repository;
        this.runs = new OpenRuns(repository);
        this.worker = worker;
        this.acceptance = acceptance;
        this.concerns = concerns;
        this.news = news;
    }

    /** Looks which runs go on now, and decides about those that are new. */
    public void refresh() {
        List<OpenRun> runsNow = runs.read().stream().filter(concerns).toList();
        open = runsNow.stream().collect(Collectors.toUnmodifiableMap(OpenRun::instance, run -> run));
        accepted.keySet().retainAll(open.keySet());
        declined.keySet().retainAll(open.keySet());
        freeHands.keySet().retainAll(open.keySet());
        runsNow.forEach(run -> freeHands(run.instance()).seen(run.idleThreads()));
        boolean lookAgain = refreshed++ % LOOK_AGAIN == 0;
        runsNow.stream()
                .filter(run -> lookAgain || !declined.containsKey(run.instance()))
                .filter(run -> !isAccepted(run))
                .forEach(run -> decide(run));
        somethingToDo = runsNow.stream().anyMatch(run -> run.somethingToDo() && accepted.containsKey(run.instance()));
    }

    /** Takes note that this process cannot work though it would: it declines what it had accepted, for a while. */
    public void cannot(String reason) {
        List.copyOf(accepted.values()).forEach(run -> {
            accepted.remove(run.run().instance());
            decline(run.run(), "it cannot work: " + reason);
        });
    }

    /** The run that goes by an instance, if this process works for it. */
    public Optional<AcceptedRun> accepted(long instance) {
        return Optional.ofNullable(accepted.get(instance));
    }

    /** Whether a run went on, and was not stopped, when last looked at. */
    public boolean goesOn(long instance) {
        return open.containsKey(instance);
    }

    /** What people asked of a run when last looked at. */
    public Steering steering(long instance) {
        OpenRun run = open.get(instance);
        return run == null ? Steering.NONE : run.steering();
    }

    /** Who has nothing to do though a run goes on, as of the last look and the looks to come. */
    public FreeHands freeHands(long instance) {
        return freeHands.computeIfAbsent(instance, it -> new FreeHands());
    }

    /** All instances that this process works for. */
    public Set<Long> instances() {
        return Set.copyOf(accepted.keySet());
    }

    /** Those of them in which claims are limited by a database, or those in which they are not. */
    @Override
    public Collection<Long> instances(boolean limited) {
        return accepted.values().stream()
                .map(AcceptedRun::run)
                .filter(run -> run.isLimited() == limited)
                .map(OpenRun::instance)
                .toList();
    }

    /** Whether, when last looked at, there was something to do or to wait for. */
    public boolean isSomethingToDo() {
        return somethingToDo;
    }

    private boolean isAccepted(OpenRun run) {
        AcceptedRun known = accepted.get(run.instance());
        return known != null && known.run().execution() == run.execution();
    }

    private void decide(OpenRun run) {
        try {
            AcceptedRun taken = acceptance.accept(run);
            repository
                    .sql(ACCEPT)
                    .param("worker", worker)
                    .param("instance", run.instance())
                    .update();
            declined.remove(run.instance());
            accepted.put(run.instance(), taken);
            news.accepted(run.job(), run.execution());
        } catch (Declined e) {
            accepted.remove(run.instance());
            decline(run, e.reason());
        }
    }

    private void decline(OpenRun run, String reason) {
        if (!reason.equals(declined.get(run.instance()))) {
            repository
                    .sql(DECLINE)
                    .param("worker", worker)
                    .param("instance", run.instance())
                    .param("reason", reason)
                    .update();
            declined.put(run.instance(), reason);
            news.declined(run.job(), run.execution(), reason);
        }
    }
}
