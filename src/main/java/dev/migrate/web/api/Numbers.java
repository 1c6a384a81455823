package dev.migrate.web.api;

import dev.migrate.web.answer.BadRequest;

/** Reads numbers of a request. */
final class Numbers {

    private Numbers() {}

    /** @throws BadRequest if it is none, or beyond the bounds */
    static int between(String name, String text, int least, int most) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadRequest("%s must be a whole number from %,d to %,d".formatted(name, least, most));
    }

    /** The id behind which a list goes on. */
    static long after(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        throw new BadRequest("after must be the id of the last one that was read, or 0");
    }
}
