package dev.migrate.monitor;

/** How many findings there are of each kind. */
public record FindingCounts(long missing, long extra, long different, long broken) {

    public long total() {
        return missing + extra + different + broken;
    }
}
