package dev.migrate.engine.braking;

import dev.migrate.database.Databases;
import dev.migrate.definition.CommonSettings;
import dev.migrate.engine.brake.Hold;
import dev.migrate.engine.brake.signal.Signals;
import dev.migrate.engine.instance.RunDatabases;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.throttle.Throttle;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells what will hold a job's runs back, in sentences. Thread-safe. */
public final class BrakeNotes {

    private final Databases databases;
    private final Signals signals;
    private final Brakes brakes;

    public BrakeNotes(Databases databases, Signals signals, Brakes brakes) {
        this.databases = databases;
        this.signals = signals;
        this.brakes = brakes;
    }

    /** The brakes of a job and of its databases, and which of them cannot see what they go by: looks once. */
    public List<String> all(CommonSettings common, PreparedJob job) {
        Stream<String> ofRun = said("Brakes of each run: ", common.throttle());
        Stream<String> ofDatabases = used(job)
                .flatMap(database ->
                        said("Brakes of all runs that use " + database + ": ", databases.throttle(database)));
        return Stream.of(ofRun, ofDatabases, blind(common.throttle(), job), pages(common, job).stream())
                .flatMap(notes -> notes)
                .toList();
    }

    /** What somebody who asked for a rate of rows would not expect: pages smaller than the job file says, or no effect. */
    public List<String> pages(CommonSettings common, PreparedJob job) {
        if (common.throttle().rowsPerSecond() != null && job.keySpaces().isEmpty()) {
            return List.of("rows-per-second holds nothing back, for the job has no table");
        }
        Integer asked = common.pageSize();
        int most = job.keySpaces().stream()
                .mapToInt(space -> brakes.mostRows(uses(job, space), common.throttle()))
                .min()
                .orElse(Integer.MAX_VALUE);
        return asked == null || asked <= most
                ? List.of()
                : List.of(
                        "pages have %,d rows at most, and not the %,d of page-size, so that rows-per-second is kept evenly"
                                .formatted(most, asked));
    }

    private static Stream<String> said(String begin, Throttle throttle) {
        List<String> texts = throttle.texts();
        return texts.isEmpty() ? Stream.of() : Stream.of(begin + String.join(", ", texts));
    }

    private Stream<String> blind(Throttle throttle, PreparedJob job) {
        return job.keySpaces().stream()
                .flatMap(space -> RunDatabases.needed(job, space).stream().flatMap(database -> {
                    Throttle asked = throttle.strictest(databases.throttle(database));
                    return signals.brakes(database, asked, space.sides()).stream();
                }))
                .flatMap(brake -> brake.holds().stream())
                .filter(Hold::blind)
                .map(hold -> hold.brake() + " on "
                        + hold.database().map(DatabaseName::value).orElse("") + " " + hold.reason()
                        + "; each page waits 10 s for it, and then begins")
                .distinct();
    }

    private static Stream<DatabaseName> used(PreparedJob job) {
        TreeSet<DatabaseName> used = new TreeSet<>();
        job.keySpaces().forEach(space -> used.addAll(RunDatabases.needed(job, space)));
        return used.stream();
    }

    private static Uses uses(PreparedJob job, KeySpace space) {
        return new Uses(0, space.database(), RunDatabases.needed(job, space), space.sides());
    }
}
