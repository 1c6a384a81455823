package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.FindingFormat;
import dev.migrate.job.Finding;
import dev.migrate.monitor.Explorer;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Prints the findings of an instance; memory does not grow with their number. */
public final class ShowFindings {

    private static final int BUFFER = 1 << 16;

    private final Explorer explorer;
    private final Console console;

    public ShowFindings(Explorer explorer, Console console) {
        this.explorer = explorer;
        this.console = console;
    }

    /** Prints them to their end, or until nobody reads them any more. */
    public int show(long execution, FindingFormat format) throws SQLException {
        long instance = explorer.progress(execution).instance();
        PrintStream out =
                new PrintStream(new BufferedOutputStream(console.out(), BUFFER), false, StandardCharsets.UTF_8);
        format.head().ifPresent(head -> out.print(head + "\n"));
        explorer.findings(instance, finding -> print(finding, format, out));
        out.flush();
        return 0;
    }

    private boolean print(Finding finding, FindingFormat format, PrintStream out) {
        out.print(format.line(finding) + "\n");
        return !console.out().checkError();
    }
}
