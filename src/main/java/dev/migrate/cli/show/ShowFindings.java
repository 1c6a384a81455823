package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.ListFormat;
import dev.migrate.cli.display.Listings;
import dev.migrate.cli.display.Words;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import java.sql.SQLException;

/** Prints the findings of an instance. */
public final class ShowFindings {

    private final Explorer explorer;
    private final Console console;

    public ShowFindings(Explorer explorer, Console console) {
        this.explorer = explorer;
        this.console = console;
    }

    /** Prints them to their end, or until nobody reads them any more. */
    public int show(long execution, ListFormat format) throws SQLException {
        Progress progress = explorer.progress(execution);
        new LongList<>(Listings.FINDINGS, format, console)
                .print(reader -> explorer.findings(progress.instance(), reader));
        Words.notAllStored(progress).ifPresent(console.err()::println);
        return 0;
    }
}
