package dev.migrate.type.rows.program;

import dev.migrate.job.JobRequest;
import dev.migrate.job.Pause;
import dev.migrate.program.Programs;
import dev.migrate.type.rows.page.OnError;
import dev.migrate.type.rows.page.RowAction;
import dev.migrate.type.rows.talk.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs that rows are given to: a JSON line in, a JSON line out. Thread-safe. Closing it ends those that have nothing to
 * do, so that they can end in good order; the others end with {@link Programs}.
 */
public final class RowPrograms implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("program");
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Programs programs;
    private final Executor threads;
    private final Pause pause;
    private final Queue<ProgramPool> pools = new ConcurrentLinkedQueue<>();

    /**
     * @param threads takes any number of tasks at once
     * @param pause between two attempts at a row
     */
    public RowPrograms(Programs programs, Executor threads, Pause pause) {
        this.programs = programs;
        this.threads = threads;
        this.pause = pause;
    }

    /** The files of a command that belong to the job: those in the config directory. */
    public List<Path> files(List<String> command) {
        return programs.files(command);
    }

    /**
     * Has a program do the rows. Starts none yet.
     *
     * @param timeout how long the program may say nothing while a row waits for its answer; null: a minute
     * @throws dev.migrate.job.UserMistake if it cannot be started
     */
    public RowAction action(List<String> command, @Nullable Duration timeout, OnError onError, JobRequest request) {
        try {
            programs.demandStartable(command);
        } catch (IllegalArgumentException e) {
            throw request.mistake("command", String.valueOf(e.getMessage()));
        }
        ProgramPool pool =
                new ProgramPool(() -> begin(command, timeout == null ? TIMEOUT : timeout), PATIENCE, threads);
        pools.add(pool);
        return new ProgramAction(request.job(), pool, new Settle(onError, pause), threads);
    }

    private Conversation begin(List<String> command, Duration timeout) throws IOException {
        return new Conversation(programs.start(command), timeout, threads, LOG::warn);
    }

    @Override
    public void close() {
        pools.forEach(ProgramPool::close);
    }
}
