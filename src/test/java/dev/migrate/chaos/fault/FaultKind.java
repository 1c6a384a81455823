package dev.migrate.chaos.fault;

/**
 * What can be done to a run.
 */
public enum FaultKind {
    KILL_WORKER(5, 0.2, 3),
    KILL_MANAGER(4, 0, 0),
    FREEZE_WORKER(3, 21, 27),
    FREEZE_MANAGER(1, 21, 27),
    CUT_REPOSITORY_SESSION(4, 0, 0),
    CUT_TARGET_SESSION(4, 0, 0),
    RESTART_REPOSITORY(2, -5, 8),
    RESTART_TARGET(2, -5, 8),
    STOP_BROKER(2, -2, 8),
    SECOND_MANAGER(2, 0, 0),
    REPEAT_REQUEST(3, 0, 0),
    TERMINATE_WORKER(2, 0.2, 3),
    INTERRUPT_MANAGER(2, 0, 0),
    LATE_WORKER(1, 8, 20);

    private final int share;
    private final double shortest;
    private final double longest;

    /**
     * @param share how often it comes in a round of all kinds
     * @param shortest seconds until it is made good; what is below zero counts as zero
     * @param longest seconds until it is made good
     */
    FaultKind(int share, double shortest, double longest) {
        this.share = share;
        this.shortest = shortest;
        this.longest = longest;
    }

    int share() {
        return share;
    }

    double seconds(double between0And1) {
        return Math.max(0, shortest + between0And1 * (longest - shortest));
    }

    boolean needsBroker() {
        return this == STOP_BROKER;
    }

    /** {@code kill-worker}. */
    public String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
