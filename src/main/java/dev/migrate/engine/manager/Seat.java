package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.RunState;
import dev.migrate.engine.presence.ManagerSeat;
import java.sql.SQLException;

/** The manager's seat, as the run knows it. Used by one thread. */
final class Seat {

    private final ManagerSeat seat;
    private final RunState state;
    private final Management management;
    private int known;

    Seat(ManagerSeat seat, RunState state, Management management) {
        this.seat = seat;
        this.state = state;
        this.management = management;
        this.known = seat.number();
    }

    /** Makes sure of the seat, and lets the run know by which number its manager lives now. */
    void keep() {
        try {
            seat.keep();
            if (seat.number() != known) {
                state.seated(management, seat.number());
                known = seat.number();
            }
        } catch (SQLException e) {
            throw new SeatLost(e);
        }
    }
}
