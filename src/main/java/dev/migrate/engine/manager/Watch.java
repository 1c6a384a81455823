package dev.migrate.engine.manager;

import dev.migrate.database.ServerMessage;
import dev.migrate.engine.channel.ChannelAway;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.presence.SeatTaken;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a manager must heed while it watches: its seat, the workers of its own process, the wish to stop, and a repository
 * that is away for a while.
 */
final class Watch {

    private final Seat seat;
    private final Manager.Lent own;
    private final BooleanSupplier stop;
    private final Patience patience;
    private final Consumer<String> listener;
    private boolean troubled;

    /** @param listener hears of each trouble that is waited for, once */
    Watch(Seat seat, Manager.Lent own, BooleanSupplier stop, Patience patience, Consumer<String> listener) {
        this.seat = seat;
        this.own = own;
        this.stop = stop;
        this.patience = patience;
        this.listener = listener;
    }

    boolean stopRequested() {
        return stop.getAsBoolean();
    }

    /** Makes sure that nobody can have taken this manager for dead, and that its own workers have not ended. */
    void keepSeat() {
        seat.keep();
        own.demandAtWork();
    }

    /** Tries to look; a passing trouble counts as having seen that there is more to wait for, as long as patience lasts. */
    boolean attempt(BooleanSupplier look) {
        try {
            boolean more = look.getAsBoolean();
            patience.relieved();
            troubled = false;
            return more;
        } catch (RuntimeException e) {
            if (!isBorne(e)) {
                throw e;
            }
            tellOnce(e);
            return true;
        }
    }

    private boolean isBorne(RuntimeException e) {
        boolean known = e instanceof SeatTaken || e instanceof ChannelAway;
        return known ? patience.bearsPassing() : patience.bears(e);
    }

    private void tellOnce(RuntimeException trouble) {
        if (!troubled && !(trouble instanceof ChannelAway)) {
            listener.accept("the repository does not answer (" + ServerMessage.of(trouble) + ")");
        }
        troubled = true;
    }
}
