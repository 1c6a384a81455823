package dev.migrate.engine.claim;

import dev.migrate.job.UserMistake;
import java.util.Objects;

/** Why something failed, in a sentence that fits where Spring Batch keeps it. */
public final class Reason {

    private static final int LONGEST = 2_000;

    private Reason() {}

    /** Its innermost cause's words, unless something further out is a sentence that was made for the user. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        while (!(root instanceof UserMistake) && root.getCause() != null) {
            root = root.getCause();
        }
        String message = root instanceof OutOfMemoryError
                ? memory(root)
                : Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
        // PostgreSQL's texts hold no zero character; a reason that could not be stored would never end its claim.
        String storable = message.replace('\0', ' ');
        return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST) + "…";
    }

    private static String memory(Throwable error) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return "the " + megabytes + " MB that Java may use do not hold the rows in hand (" + error.getMessage()
                + "): give the job a smaller page-size, run it with fewer --workers, or start with more memory,"
                + " such as java -Xmx1g";
    }
}
