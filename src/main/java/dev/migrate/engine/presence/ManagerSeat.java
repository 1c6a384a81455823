package dev.migrate.engine.presence;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The place of the only manager of a run: a presence that holds the manager lock. Where the session is lost, the seat is
 * taken again with a new one, as long as no other process has it. Used by one thread.
 */
public final class ManagerSeat implements AutoCloseable {

    private final Sessions sessions;
    private final String name;
    private Presence presence;
    private int number;

    private ManagerSeat(Sessions sessions, String name, Presence presence) throws SQLException {
        this.sessions = sessions;
        this.name = name;
        this.presence = presence;
        this.number = presence.signOn(ProcessName.here(), 0, null);
    }

    /** Takes the seat of what goes by a name; empty if another process has it. */
    public static Optional<ManagerSeat> take(Sessions sessions, String name) throws SQLException {
        Presence presence = Presence.join(sessions);
        try {
            if (presence.manage(name)) {
                return Optional.of(new ManagerSeat(sessions, name, presence));
            }
        } catch (SQLException | RuntimeException e) {
            presence.close();
            throw e;
        }
        presence.close();
        return Optional.empty();
    }

    /** By which number others see that this manager lives. */
    public int number() {
        return number;
    }

    /**
     * Makes sure of the seat: if it had been lost, it is taken again under a new number.
     *
     * @throws SeatTaken if another session has it now, which may be the lost one that the server has not missed yet
     */
    public void keep() throws SQLException {
        if (presence.isLost()) {
            presence.close();
            takeAgain(Presence.join(sessions));
        }
    }

    private void takeAgain(Presence next) throws SQLException {
        try {
            if (!next.manage(name)) {
                throw new SeatTaken();
            }
            number = next.signOn(ProcessName.here(), 0, null);
            presence = next;
        } catch (SQLException | RuntimeException e) {
            next.close();
            throw e;
        }
    }

    @Override
    public void close() {
        presence.close();
    }
}
