package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.PlannedFault;
import dev.migrate.chaos.server.PostgresServer;
import dev.migrate.chaos.server.Session;
import dev.migrate.chaos.watch.Recovery;
import dev.migrate.chaos.watch.Sight;
import dev.migrate.chaos.watch.Sign;
import java.util.List;
import java.util.Optional;

/** What is done to a PostgreSQL server. */
final class ServerFaults {

    private final Stage stage;
    private final PostgresServer server;
    private final Session session;
    private boolean away;

    ServerFaults(Stage stage, PostgresServer server, Session session) {
        this.stage = stage;
        this.server = server;
        this.session = session;
    }

    boolean isAway() {
        return away;
    }

    void restart(PlannedFault planned) {
        if (away) {
            stage.misses(planned.kind(), "it is away already");
            return;
        }
        away = true;
        stage.strikes(planned.kind(), "with " + planned.length().toMillis() + " ms away");
        Recovery recovery = stage.recoveries().begin(planned.kind(), "");
        stage.loop()
                .beside(
                        server::crash,
                        () -> stage.loop()
                                .after(
                                        planned.length(),
                                        () -> stage.loop().beside(server::start, () -> isBack(recovery))));
    }

    private void isBack(Recovery recovery) {
        away = false;
        stage.journal().tell("BACK", server.database());
        recovery.measure(
                stage.nanoTime().getAsLong(), Sign.nextPage(stage.observer().lookOrRemember()));
    }

    void cut(PlannedFault planned) {
        Sight before = stage.observer().lookOrRemember();
        List<Client> clients = session.ask(Client::all).orElse(List.of());
        if (clients.isEmpty()) {
            stage.misses(planned.kind(), "there is no session");
            return;
        }
        Client client = clients.get(planned.whom() % clients.size());
        Optional<Boolean> cut = session.ask(client::cut);
        if (cut.orElse(false)) {
            stage.strikes(planned.kind(), client.toString());
            client.isMissedUntil(before).ifPresent(sign -> stage.measure(planned.kind(), client.toString(), sign));
        } else {
            stage.misses(planned.kind(), client + " has ended by itself");
        }
    }
}
