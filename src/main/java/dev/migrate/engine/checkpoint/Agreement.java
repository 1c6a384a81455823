package dev.migrate.engine.checkpoint;

import dev.migrate.engine.claim.Claim;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.page.RangeProgress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the repository and the database that is written to tell the same of a partition. */
final class Agreement {

    private final Claim claim;
    private final DatabaseName database;

    Agreement(Claim claim, DatabaseName database) {
        this.claim = claim;
        this.database = database;
    }

    /**
     * Whether the repository has heard of all pages; else it lacks the last one.
     *
     * @throws UserMistake if they differ by more than the page that a crash can leave between them
     */
    boolean isHeard(Checkpoint found) {
        RangeProgress known = RangeProgress.from(claim.context());
        if (found.page() == claim.page() + 1) {
            return false;
        }
        if (found.page() != claim.page() || !Objects.equals(found.position(), known.position())) {
            throw disagreement(found, known);
        }
        return true;
    }

    private UserMistake disagreement(Checkpoint found, RangeProgress known) {
        return new UserMistake("partition " + claim.partition().number() + " of instance "
                + claim.partition().instance() + " has come to " + words(claim.page(), known.position())
                + " by the repository, and to " + words(found.page(), found.position()) + " by migrate.checkpoint in"
                + " database \"" + database + "\": was one of the two restored from a backup? Restore the other to the"
                + " same moment; or put the rows right and begin anew with --reset");
    }

    private static String words(long page, @Nullable KeyValue position) {
        return page == 0 ? "no page" : "page " + page + " at key " + position;
    }
}
