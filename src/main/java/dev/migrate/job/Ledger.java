package dev.migrate.job;

/**
 * What became of the rows: {@code read = ok + found + skipped + failed}, always. {@code found} are rows read that have a
 * finding; {@code written} counts rows that databases reported as changed and stands beside the sum.
 */
public record Ledger(long read, long ok, long found, long skipped, long failed, long written) {

    public static final Ledger NONE = new Ledger(0, 0, 0, 0, 0, 0);

    public Ledger {
        if (read != ok + found + skipped + failed || ok < 0 || found < 0 || skipped < 0 || failed < 0 || written < 0) {
            throw new IllegalArgumentException(
                    "the ledger does not add up: read %d, ok %d, found %d, skipped %d, failed %d"
                            .formatted(read, ok, found, skipped, failed));
        }
    }

    /** Rows read, some of which have a finding; the others are fine. */
    public static Ledger checked(long read, long found) {
        return new Ledger(read, read - found, found, 0, 0, 0);
    }

    /** Rows read, all of them fine, and how many rows databases reported as changed. */
    public static Ledger changed(long read, long written) {
        return new Ledger(read, read, 0, 0, 0, written);
    }

    public Ledger plus(Ledger o) {
        return new Ledger(
                read + o.read, ok + o.ok, found + o.found, skipped + o.skipped, failed + o.failed, written + o.written);
    }
}
