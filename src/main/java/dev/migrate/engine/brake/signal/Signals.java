package dev.migrate.engine.brake.signal;

import dev.migrate.database.Databases;
import dev.migrate.engine.brake.Brake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.job.throttle.ActiveSessions;
import dev.migrate.job.throttle.BrakeKey;
import dev.migrate.job.throttle.ReplicationLag;
import dev.migrate.job.throttle.Throttle;
import dev.migrate.job.throttle.WalPerSecond;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What databases show of themselves, for all threads of this process. Thread-safe. */
public final class Signals {

    private record OnTable(DatabaseName database, TableName table) {}

    private record OfRate(DatabaseName database, WalPerSecond allowed) {}

    private final Databases databases;
    private final Clock clock;
    private final Map<DatabaseName, Sight<ReplicationLagSignal.Lag>> lags = new ConcurrentHashMap<>();
    private final Map<DatabaseName, Sight<ActiveSessionsSignal.Sessions>> sessions = new ConcurrentHashMap<>();
    private final Map<OnTable, Sight<TableSignal.Others>> tables = new ConcurrentHashMap<>();
    private final Map<OfRate, WalSignal> wal = new ConcurrentHashMap<>();

    public Signals(Databases databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    /**
     * The brakes that go by what a database shows.
     *
     * @param asked what is asked for
     * @param sources the tables that are walked along, on any database
     */
    public List<Brake> brakes(DatabaseName database, Throttle asked, List<RowSource> sources) {
        List<Brake> brakes = new ArrayList<>();
        ReplicationLag lag = asked.maxReplicationLag();
        if (lag != null) {
            brakes.add(new SignalBrake(
                    database,
                    BrakeKey.MAX_REPLICATION_LAG,
                    () -> lag(database).get().beyond(lag)));
        }
        WalPerSecond rate = asked.maxWalPerSecond();
        if (rate != null) {
            brakes.add(new SignalBrake(
                    database,
                    BrakeKey.MAX_WAL_PER_SECOND,
                    () -> wal(database, rate).beyond()));
        }
        ActiveSessions most = asked.maxActiveSessions();
        if (most != null) {
            brakes.add(new SignalBrake(
                    database,
                    BrakeKey.MAX_ACTIVE_SESSIONS,
                    () -> sessions(database).get().beyond(most)));
        }
        sources.stream()
                .filter(source -> source.database().equals(database))
                .map(RowSource::table)
                .distinct()
                .forEach(table -> brakes.addAll(onTable(database, table, asked)));
        return brakes;
    }

    private List<Brake> onTable(DatabaseName database, TableName table, Throttle asked) {
        List<Brake> brakes = new ArrayList<>();
        Sight<TableSignal.Others> others = table(database, table);
        if (!Boolean.FALSE.equals(asked.holdForVacuum())) {
            boolean demanded = Boolean.TRUE.equals(asked.holdForVacuum());
            brakes.add(new SignalBrake(
                    database,
                    BrakeKey.HOLD_FOR_VACUUM,
                    ifDemanded(demanded, () -> others.get().vacuum(demanded))));
        }
        if (!Boolean.FALSE.equals(asked.holdForLocks())) {
            boolean demanded = Boolean.TRUE.equals(asked.holdForLocks());
            brakes.add(new SignalBrake(
                    database,
                    BrakeKey.HOLD_FOR_LOCKS,
                    ifDemanded(demanded, () -> others.get().locks())));
        }
        return brakes;
    }

    /** Nobody is held back by what nobody asked for and what cannot be seen. */
    private static SignalBrake.Judgement ifDemanded(boolean demanded, SignalBrake.Judgement judgement) {
        return () -> {
            try {
                return judgement.reason();
            } catch (CannotSee e) {
                if (demanded) {
                    throw e;
                }
                return Optional.empty();
            }
        };
    }

    private Sight<ReplicationLagSignal.Lag> lag(DatabaseName database) {
        return lags.computeIfAbsent(database, it -> sight(it, new ReplicationLagSignal()));
    }

    private Sight<ActiveSessionsSignal.Sessions> sessions(DatabaseName database) {
        return sessions.computeIfAbsent(database, it -> sight(it, new ActiveSessionsSignal()));
    }

    private Sight<TableSignal.Others> table(DatabaseName database, TableName table) {
        return tables.computeIfAbsent(new OnTable(database, table), it -> sight(it.database(), new TableSignal(table)));
    }

    private WalSignal wal(DatabaseName database, WalPerSecond allowed) {
        return wal.computeIfAbsent(
                new OfRate(database, allowed), it -> new WalSignal(sight(it.database(), WalSignal::look), allowed));
    }

    private <T> Sight<T> sight(DatabaseName database, Sight.Look<T> look) {
        return new Sight<>(() -> databases.dataSource(database), look, clock);
    }
}
