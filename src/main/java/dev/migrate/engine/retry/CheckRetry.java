package dev.migrate.engine.retry;

import dev.migrate.engine.instance.RunDatabases;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeySpace;
import java.util.List;

/** Holds a job as it is defined now against the rows that an earlier run of it set aside. Writes nothing. Thread-safe. */
final class CheckRetry {

    private final RowsLeft rows;
    private final RunDatabases databases;

    CheckRetry(RowsLeft rows, RunDatabases databases) {
        this.rows = rows;
        this.databases = databases;
    }

    /**
     * Lets a job pass.
     *
     * @throws UserMistake if it would look for the rows elsewhere or by other columns
     */
    void demandSameRows(FirstRun first, PreparedJob job) {
        for (RowsLeft.KeyColumns aside : rows.keys(first.instance())) {
            KeySpace space = keySpace(first, job, aside);
            List<String> now = names(space.first().key());
            if (!now.equals(aside.names())) {
                throw new UserMistake(
                        "execution %d of %s set rows of %s on database \"%s\" aside by %s, and the key is %s now: give that key back to do them again"
                                .formatted(
                                        first.execution(),
                                        first.job(),
                                        space.first().table(),
                                        aside.database(),
                                        words(aside.names()),
                                        words(now)));
            }
            databases.demandSame(first.instance(), space.database(), RunDatabases.needed(job, space));
        }
    }

    private static KeySpace keySpace(FirstRun first, PreparedJob job, RowsLeft.KeyColumns aside) {
        return job.keySpaces().stream()
                .filter(space -> space.database().equals(aside.database()))
                .findFirst()
                .orElseThrow(() -> new UserMistake(
                        "execution %d of %s set rows on database \"%s\" aside, where the job has no table now: name that database again to do them again"
                                .formatted(first.execution(), first.job(), aside.database())));
    }

    private static List<String> names(Key key) {
        return key.columns().stream().map(column -> column.name().value()).toList();
    }

    private static String words(List<String> names) {
        return names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
    }
}
