package dev.migrate.engine.brake.signal;

class WalIT extends SignalBrakeContract {

    @Override
    String asked() {
        return "max-wal-per-second=10MB";
    }

    @Override
    protected void giveReason() {
        databases.execute("shop", "select pg_logical_emit_message(true, 'much', repeat('x', 30 << 20))");
    }

    /** It melts away. */
    @Override
    protected void takeReasonAway() {}

    @Override
    protected String expected() {
        return "max-wal-per-second: \\d+\\.\\d MB of WAL were written beyond the 10MB a second that are allowed";
    }
}
