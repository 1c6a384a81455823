package dev.migrate.engine.retry;

import dev.migrate.job.UserMistake;

/**
 * The run whose rows are done again.
 *
 * @param execution its last one
 * @param ended whether that has ended, however it did
 */
record FirstRun(long instance, long execution, String job, boolean ended) {

    void demandEnded() {
        if (!ended) {
            throw new UserMistake("execution " + execution + " of " + job
                    + " has not ended yet; the rows that it sets aside can be done again when it has, and if its manager is gone,"
                    + " the command that began it goes on with it");
        }
    }

    UserMistake nothingLeft() {
        return new UserMistake("all rows that execution " + execution + " of " + job
                + " set aside have been done again: nothing is left to do");
    }

    UserMistake nothingAside() {
        return new UserMistake(
                "execution " + execution + " of " + job + " set no rows aside: nothing is to be done again");
    }
}
