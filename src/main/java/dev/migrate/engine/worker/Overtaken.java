package dev.migrate.engine.worker;

/** What a worker wanted to write about its claim was refused: the partition has gone on without it. */
final class Overtaken extends RuntimeException {

    Overtaken(Claim claim) {
        super("partition " + claim.partition().number() + " is no longer this worker's under fence " + claim.fence());
    }
}
