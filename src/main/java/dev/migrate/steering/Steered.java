package dev.migrate.steering;

/** What a wish came to, in a sentence for whoever had it. */
public sealed interface Steered {

    String sentence();

    /** It was granted. */
    record Done(String sentence) implements Steered {}

    /** It cannot be; nothing was written. The sentence says why, and what can be done. */
    record Refused(String sentence) implements Steered {}
}
