package dev.migrate.engine.braking;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.brake.Hold;
import dev.migrate.engine.brake.signal.Signals;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.RowsPerSecond;
import dev.migrate.job.throttle.Throttle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the brakes of the work on a partition, of what its run and its databases ask for. Thread-safe. */
public final class Brakes {

    // Small enough that a second has several pages, whoever does them.
    private static final int PAGES_PER_SECOND = 10;

    private final Databases databases;
    private final Signals signals;
    private final Pace pace;

    public Brakes(Databases databases, Signals signals, Pace pace) {
        this.databases = databases;
        this.signals = signals;
        this.pace = pace;
    }

    /**
     * The brakes of the work on a partition, as they are asked for at each moment.
     *
     * @param throttle what is asked for the run
     * @param pause why the run is not to go on for the moment
     */
    public Brake of(Uses uses, Supplier<Throttle> throttle, Supplier<Optional<String>> pause) {
        return new ChangingBrake(() -> pause.get().map(Brakes::paused).orElseGet(() -> of(uses, throttle.get())));
    }

    /** While a run is paused, nothing else is worth asking. */
    private static Brake paused(String reason) {
        return () -> List.of(Hold.pause(reason));
    }

    /** How many rows a page may have, so that the rates that are asked for are kept evenly. */
    public int mostRows(Uses uses, Throttle throttle) {
        return (int) Stream.concat(
                        Stream.of(throttle), uses.databases().stream().map(databases::throttle))
                .flatMap(asked -> Optional.ofNullable(asked.rowsPerSecond()).stream())
                .mapToLong(rate -> Math.max(1, rate.rows() / PAGES_PER_SECOND))
                .min()
                .stream()
                .map(rows -> Math.min(rows, Integer.MAX_VALUE))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private Brake of(Uses uses, Throttle throttle) {
        List<Brake> all = new ArrayList<>();
        DatabaseName own = uses.own();
        RowsPerSecond rate = throttle.rowsPerSecond();
        if (own != null && rate != null) {
            all.add(rate(own, rate, uses.instance()));
        }
        uses.databases().forEach(database -> addOf(database, uses, throttle, all));
        return Brake.strictest(all);
    }

    private void addOf(DatabaseName database, Uses uses, Throttle throttle, List<Brake> all) {
        Throttle standing = databases.throttle(database);
        Optional.ofNullable(standing.rowsPerSecond())
                .map(rate -> rate(database, rate, 0))
                .ifPresent(all::add);
        all.addAll(signals.brakes(database, throttle.strictest(standing), uses.sources()));
    }

    private Brake rate(DatabaseName database, RowsPerSecond allowed, long instance) {
        ServerFacts facts = databases.facts(database);
        Pace.Of what = new Pace.Of(facts.systemIdentifier(), facts.database(), instance);
        return new RowsPerSecondBrake(database, allowed, pace, what);
    }
}
