package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import dev.migrate.engine.WorkerRunner;
import dev.migrate.engine.worker.Workforce;
import java.sql.SQLException;
import java.util.Optional;

/** Lends this process to runs until it is told to leave, and says what it does. */
public final class LendWorker {

    private final WorkerRunner runner;
    private final Console console;

    public LendWorker(WorkerRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    /** Works, and returns the exit code when it has left. */
    public int lend(int threads, Optional<String> transport, boolean untilIdle, boolean quiet)
            throws SQLException, InterruptedException {
        WorkerDiary diary = new WorkerDiary(console, threads, quiet);
        try (Workforce workforce = runner.lend(threads, transport, untilIdle, diary)) {
            Interrupts interrupts = new Interrupts(workforce::leave, console);
            workforce.await();
            interrupts.close();
        }
        diary.left();
        return 0;
    }
}
