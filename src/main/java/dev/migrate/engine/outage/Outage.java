package dev.migrate.engine.outage;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.job.Pause;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sits out a database that is away: a server that restarts must not use up the attempts at a partition. Thread-safe; holds nothing that a crash could lose.
 */
public final class Outage {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Databases databases;
    private final Duration patience;
    private final Clock clock;
    private final Pause pause;

    /** @param patience how long to wait at most, or little more where a connection attempt itself takes long */
    public Outage(Databases databases, Duration patience, Clock clock, Pause pause) {
        this.databases = databases;
        this.patience = patience;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Returns when all of the databases answer, or there is no more use in waiting.
     *
     * @param goOn is told before each wait what for, in a sentence, and says whether to
     */
    public void sitOut(Collection<DatabaseName> those, Predicate<String> goOn) {
        Instant end = clock.instant().plus(patience);
        Optional<String> away = away(those);
        while (away.isPresent() && clock.instant().isBefore(end) && goOn.test(away.get()) && waited()) {
            away = away(those);
        }
    }

    private Optional<String> away(Collection<DatabaseName> those) {
        return those.stream().flatMap(database -> trouble(database).stream()).findFirst();
    }

    private Optional<String> trouble(DatabaseName database) {
        try (Connection connection = databases.dataSource(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return Optional.empty();
        } catch (SQLException | UserMistake e) {
            // What does not pass by itself is not worth waiting for: the next attempt will tell.
            return SqlProblem.of(e) == SqlProblem.PASSING
                    ? Optional.of("waiting for database \"" + database + "\" to answer: " + ServerMessage.of(e))
                    : Optional.empty();
        }
    }

    private boolean waited() {
        try {
            pause.sleep(EVERY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
