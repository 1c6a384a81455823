package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.ExecutionTables;
import dev.migrate.cli.display.ListFormat;
import dev.migrate.cli.display.Listings;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.row.Retry;
import java.sql.SQLException;
import java.util.List;

/** Prints the rows that an instance set aside, and for people also which runs did them again. */
public final class ShowSetAside {

    private final Explorer explorer;
    private final Console console;

    public ShowSetAside(Explorer explorer, Console console) {
        this.explorer = explorer;
        this.console = console;
    }

    /** Prints them to their end, or until nobody reads them any more. */
    public int show(long execution, ListFormat format) throws SQLException {
        long instance = explorer.progress(execution).instance();
        new LongList<>(Listings.SET_ASIDE, format, console).print(reader -> explorer.setAside(instance, reader));
        List<Retry> retries = explorer.retries(instance);
        if (!retries.isEmpty()) {
            console.err().println("They were done again by:");
            ExecutionTables.retries(retries)
                    .lines()
                    .forEach(line -> console.err().println("  " + line));
        }
        return 0;
    }
}
