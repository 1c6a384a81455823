package dev.migrate.engine.claim;

/** What a worker wanted to write about its claim was refused: the partition has gone on without it. */
public final class Overtaken extends RuntimeException {

    /** @param sentence that says by what */
    public Overtaken(String sentence) {
        super(sentence);
    }

    public Overtaken(Claim claim) {
        super("partition " + claim.partition().number() + " is no longer this worker's under fence " + claim.fence());
    }
}
