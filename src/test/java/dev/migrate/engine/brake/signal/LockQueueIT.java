package dev.migrate.engine.brake.signal;

import java.sql.SQLException;

class LockQueueIT extends SignalBrakeContract {

    @Override
    String asked() {
        return "hold-for-locks=true";
    }

    /** One that only reads would be let through: the one that waits behind it, and all that come then, are not. */
    @Override
    protected void giveReason() throws SQLException {
        others.ran("begin; select * from item_1");
        others.run("alter table item_1 add check (n > 0)");
        others.awaitAtWork(1);
    }

    @Override
    protected void takeReasonAway() throws SQLException {
        others.end();
    }

    @Override
    protected String expected() {
        return "hold-for-locks: session \\d+ \\(\"report\"\\) waits to lock item";
    }
}
