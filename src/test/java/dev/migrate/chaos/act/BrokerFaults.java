package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.PlannedFault;
import dev.migrate.chaos.server.Broker;
import dev.migrate.chaos.watch.Recovery;
import dev.migrate.chaos.watch.Sign;

/** What is done to the broker. */
final class BrokerFaults {

    private final Stage stage;
    private final Broker broker;
    private boolean away;

    BrokerFaults(Stage stage, Broker broker) {
        this.stage = stage;
        this.broker = broker;
    }

    boolean isAway() {
        return away;
    }

    void stop(PlannedFault planned) {
        if (away) {
            stage.misses(planned.kind(), "it is away already");
            return;
        }
        away = true;
        stage.strikes(planned.kind(), "for " + planned.length().toMillis() + " ms");
        Recovery recovery = stage.recoveries().begin(planned.kind(), "");
        stage.loop()
                .beside(
                        broker::crash,
                        () -> stage.loop()
                                .after(
                                        planned.length(),
                                        () -> stage.loop().beside(broker::start, () -> isBack(recovery))));
    }

    private void isBack(Recovery recovery) {
        away = false;
        stage.journal().tell("BACK", "broker");
        recovery.measure(
                stage.nanoTime().getAsLong(), Sign.nextClaim(stage.observer().lookOrRemember()));
    }
}
