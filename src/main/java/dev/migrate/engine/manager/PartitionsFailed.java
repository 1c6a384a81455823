package dev.migrate.engine.manager;

/** Everything was tried, and some partitions failed. */
final class PartitionsFailed extends RuntimeException {

    PartitionsFailed(String description) {
        super(description);
    }
}
