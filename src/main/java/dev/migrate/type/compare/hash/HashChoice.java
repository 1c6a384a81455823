package dev.migrate.type.compare.hash;

/**
 * How the rows of some databases are to be hashed.
 *
 * @param why no better way will do, as the end of a sentence; empty for the best
 */
public record HashChoice(HashWay way, String why) {

    static final HashChoice BEST = new HashChoice(HashWay.TYPED, "");
}
