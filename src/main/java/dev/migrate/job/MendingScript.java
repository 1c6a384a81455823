package dev.migrate.job;

import dev.migrate.job.key.DatabaseName;
import java.util.Set;
import java.util.function.Consumer;

/** Writes SQL that mends what a job has found, for somebody to look at and to run by hand. Changes nothing itself. */
public interface MendingScript {

    /** Those that can be mended, each by a script of its own. */
    Set<DatabaseName> databases();

    /**
     * Begins the script for one of them.
     *
     * @param lines takes it, line by line
     */
    Writer begin(DatabaseName database, Consumer<String> lines) throws Exception;

    /** A line that changes nothing, whatever is in the text. */
    static String comment(String text) {
        return "-- " + text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Is given the findings one after another; however many they are, only a few are in memory. Used by one thread. */
    interface Writer {

        /** Takes a finding on that database. */
        void take(Finding finding) throws Exception;

        /** Writes what is left. */
        void end() throws Exception;
    }
}
