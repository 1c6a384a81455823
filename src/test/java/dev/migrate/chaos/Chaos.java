package dev.migrate.chaos;

import static org.awaitility.Awaitility.await;

import dev.migrate.chaos.proof.Evidence;
import dev.migrate.chaos.proof.Proof;
import dev.migrate.chaos.proof.Proofs;
import dev.migrate.chaos.server.PostgresServer;
import dev.migrate.chaos.watch.Journal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Shoots at a run, and tells what came of it. */
final class Chaos {

    // A server notices within this time that the client of a statement is gone.
    private static final Duration UNTIL_SESSIONS_END = Duration.ofSeconds(20);

    private final Options options;
    private final Journal journal;

    Chaos(Options options, PrintStream out) {
        this.options = options;
        this.journal = new Journal(out, System::nanoTime);
    }

    /** True if everything held that must. */
    boolean run() throws Exception {
        journal.print(options.toString());
        try (Arena arena = Arena.prepare(options)) {
            journal.print("in " + arena.directory());
            Ending ending = new Play(arena, options, journal).perform();
            ending.tell(journal);
            List<Proof> proofs = Stream.concat(ending.proofs().stream(), ask(arena, ending.rounds()).stream())
                    .toList();
            proofs.forEach(proof -> journal.print(proof.toString()));
            return tell(arena, proofs.stream().allMatch(Proof::holds));
        }
    }

    private List<Proof> ask(Arena arena, int rounds) throws Exception {
        arena.repository().session().close();
        arena.target().session().close();
        Evidence evidence = new Evidence(
                database(arena.repository().server()), database(arena.target().server()), options.rows(), rounds);
        try {
            await().atMost(UNTIL_SESSIONS_END)
                    .until(() -> Proofs.sessions(evidence).stream().allMatch(Proof::holds));
        } catch (ConditionTimeoutException e) {
            journal.print("sessions are left " + UNTIL_SESSIONS_END.toSeconds() + " s after the processes have ended");
        }
        return Proofs.ask(evidence);
    }

    private static JdbcClient database(PostgresServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), PostgresServer.USER, ""));
    }

    private boolean tell(Arena arena, boolean held) throws Exception {
        if (held) {
            arena.delete();
            journal.print("HELD: nothing was lost, nothing was done twice. Again: " + options);
        } else {
            journal.print("BROKEN. What is left of it is in " + arena.directory() + ". Again: " + options);
        }
        return held;
    }
}
