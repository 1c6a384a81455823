package dev.migrate.engine.instance;

/** What the steps are called in Spring Batch's tables: {@code manager}, and {@code worker:17} for each partition. */
public final class StepNames {

    public static final String MANAGER = "manager";
    public static final String WORKER = "worker";

    private StepNames() {}

    public static String worker(int partition) {
        return WORKER + ":" + partition;
    }
}
