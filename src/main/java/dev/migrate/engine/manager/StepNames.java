package dev.migrate.engine.manager;

/** What the steps are called in Spring Batch's tables: {@code manager}, and {@code worker:17} for each partition. */
final class StepNames {

    static final String MANAGER = "manager";
    static final String WORKER = "worker";

    private StepNames() {}

    static String worker(int partition) {
        return WORKER + ":" + partition;
    }
}
