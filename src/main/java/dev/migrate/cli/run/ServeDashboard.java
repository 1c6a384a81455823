package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import dev.migrate.web.Dashboard;
import java.util.concurrent.CountDownLatch;

/** The dashboard, which is served from when this is made until the command ends. */
public final class ServeDashboard {

    private final Dashboard dashboard;
    private final Console console;

    public ServeDashboard(Dashboard dashboard, Console console) {
        this.dashboard = dashboard;
        this.console = console;
    }

    /** Says where it is. */
    public void invite() {
        dashboard.invitation().forEach(console.err()::println);
    }

    /** Serves until somebody ends it; returns the exit code. */
    public int untilInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Interrupts interrupts = new Interrupts(interrupted::countDown, "No longer serving.", console);
        try {
            invite();
            interrupted.await();
        } finally {
            interrupts.close();
        }
        return 0;
    }
}
