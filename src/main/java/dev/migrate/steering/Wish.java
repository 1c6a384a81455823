package dev.migrate.steering;

/** What is done to a run that is locked, or why it is not. */
@FunctionalInterface
interface Wish {

    Steered grant(FoundRun run);
}
