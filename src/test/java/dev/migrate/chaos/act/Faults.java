package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.FaultKind;
import dev.migrate.chaos.fault.PlannedFault;
import dev.migrate.chaos.server.Broker;
import dev.migrate.chaos.server.PostgresServer;
import dev.migrate.chaos.server.Session;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Knows how each kind of fault is done. Not thread-safe. */
public final class Faults {

    /** A server, and the harness's own session with it. */
    public record Server(PostgresServer server, Session session) {}

    private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
    private final Stage stage;
    private final ServerFaults repository;
    private final ServerFaults target;
    private final Optional<BrokerFaults> broker;

    public Faults(Stage stage, Server repository, Server target, Optional<Broker> broker) {
        this.stage = stage;
        this.repository = new ServerFaults(stage, repository.server(), repository.session());
        this.target = new ServerFaults(stage, target.server(), target.session());
        this.broker = broker.map(one -> new BrokerFaults(stage, one));
        onProcesses();
        onServers();
        faults.put(FaultKind.REPEAT_REQUEST, new RepeatedRequest(stage, repository.session(), broker)::send);
    }

    private void onProcesses() {
        WorkerFaults workers = new WorkerFaults(stage);
        faults.put(FaultKind.KILL_WORKER, workers::kill);
        faults.put(FaultKind.TERMINATE_WORKER, workers::terminate);
        faults.put(FaultKind.FREEZE_WORKER, workers::freeze);
        faults.put(FaultKind.LATE_WORKER, workers::invite);
        ManagerFaults managers = new ManagerFaults(stage);
        faults.put(FaultKind.KILL_MANAGER, managers::kill);
        faults.put(FaultKind.INTERRUPT_MANAGER, managers::interrupt);
        faults.put(FaultKind.FREEZE_MANAGER, managers::freeze);
        faults.put(FaultKind.SECOND_MANAGER, managers::second);
    }

    private void onServers() {
        faults.put(FaultKind.CUT_REPOSITORY_SESSION, repository::cut);
        faults.put(FaultKind.CUT_TARGET_SESSION, target::cut);
        faults.put(FaultKind.RESTART_REPOSITORY, repository::restart);
        faults.put(FaultKind.RESTART_TARGET, target::restart);
        broker.ifPresent(one -> faults.put(FaultKind.STOP_BROKER, one::stop));
    }

    public void strike(PlannedFault planned) {
        Fault fault = faults.get(planned.kind());
        if (fault == null) {
            throw new IllegalArgumentException("nobody can do " + planned.kind());
        }
        fault.strike(planned);
    }

    /** Whether everything that was taken away or frozen has been given back. */
    public boolean areMadeGood() {
        return !repository.isAway()
                && !target.isAway()
                && broker.stream().noneMatch(BrokerFaults::isAway)
                && !stage.workers().isAnyFrozen()
                && !stage.managers().isAnyFrozen();
    }
}
