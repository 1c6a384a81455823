package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.ListFormat;
import dev.migrate.cli.display.Listing;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Prints a list; memory does not grow with its length. */
record LongList<T>(Listing<T> listing, ListFormat format, Console console) {

    private static final int BUFFER = 1 << 16;

    /** Where the elements come from. */
    @FunctionalInterface
    interface Elements<T> {

        /** Hands over one after the other, for as long as the reader wants more. */
        void forEach(Predicate<T> reader) throws SQLException;
    }

    /** Prints them to their end, or until nobody reads them any more. */
    void print(Elements<T> elements) throws SQLException {
        PrintStream out =
                new PrintStream(new BufferedOutputStream(console.out(), BUFFER), false, StandardCharsets.UTF_8);
        listing.head(format).ifPresent(head -> out.print(head + "\n"));
        elements.forEach(element -> {
            out.print(listing.line(format, element) + "\n");
            return !console.out().checkError();
        });
        out.flush();
    }
}
