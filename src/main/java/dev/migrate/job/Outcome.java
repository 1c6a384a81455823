package dev.migrate.job;

/** How asking for a run ended. Each knows its exit code and the sentence that tells a person about it. */
public sealed interface Outcome {

    /** The execution that it is about. */
    long execution();

    int exitCode();

    String sentence();

    /** Done to the end. */
    record Completed(long execution, long findings, long failedRows) implements Outcome {

        @Override
        public int exitCode() {
            return findings + failedRows > 0 ? 3 : 0;
        }

        @Override
        public String sentence() {
            return "Complete: nothing is left to do.";
        }
    }

    /**
     * The rows that another run had set aside were done again.
     *
     * @param failedRows of them, those that failed again
     * @param gone of them, those that are no longer among the rows of the job
     */
    record Retried(long execution, long findings, long failedRows, long gone) implements Outcome {

        @Override
        public int exitCode() {
            return findings + failedRows > 0 ? 3 : 0;
        }

        @Override
        public String sentence() {
            String all = "Complete: the rows that were set aside were done again";
            return gone == 0 ? all + "." : all + ", but for " + gone + " that the job no longer has.";
        }
    }

    /** They were done again before; nothing was changed now. */
    record AlreadyRetried(long execution, String when, long findings, long failedRows) implements Outcome {

        @Override
        public int exitCode() {
            return findings + failedRows > 0 ? 3 : 0;
        }

        @Override
        public String sentence() {
            return "The rows that were set aside were done again by execution " + execution + ", complete since " + when
                    + ", so nothing was done now.";
        }
    }

    /** Done before; nothing was changed now. */
    record AlreadyComplete(long execution, String when, long findings, long failedRows) implements Outcome {

        @Override
        public int exitCode() {
            return findings + failedRows > 0 ? 3 : 0;
        }

        @Override
        public String sentence() {
            return "Already complete since " + when + ", so nothing was done now; --reset runs it anew.";
        }
    }

    /** Something failed; what is done stays done. */
    record Failed(long execution, String reason) implements Outcome {

        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public String sentence() {
            return "Failed: " + reason + ". The same command tries again what is not done.";
        }
    }

    /** Stopped before the end. */
    record Stopped(long execution, String reason) implements Outcome {

        @Override
        public int exitCode() {
            return 4;
        }

        @Override
        public String sentence() {
            return "Stopped: " + reason + ". The same command goes on from there.";
        }
    }

    /** Somebody had said that nobody is to go on with it; nothing was changed now. */
    record Abandoned(long execution, String by, String when) implements Outcome {

        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public String sentence() {
            return "Execution " + execution + " was abandoned by " + by + " at " + when
                    + ", so nothing was done now; --reset runs it anew.";
        }
    }

    /** Another process manages this very run. */
    record RunningElsewhere(long execution, String manager, String since) implements Outcome {

        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public String sentence() {
            return "Execution " + execution + " is running since " + since + ", managed by " + manager + ".";
        }
    }
}
