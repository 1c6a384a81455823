package dev.migrate.type.rows.talk;

import dev.migrate.program.RunningProgram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A program that runs, and is given rows. Used by one thread at a time; others send, read and log beside it, so that neither
 * side ever waits for the other to read.
 */
public final class Conversation implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(5);
    private static final Duration TO_OBEY = Duration.ofSeconds(2);

    private final RunningProgram program;
    private final Window window;
    private final StandardError errors;
    private final CompletableFuture<Void> errorsEnd;

    /**
     * @param timeout how long it may say nothing while a row waits for its answer
     * @param threads takes three tasks at once and keeps each until the program ends
     * @param log for what it writes to its standard error
     */
    public Conversation(RunningProgram program, Duration timeout, Executor threads, Consumer<String> log) {
        this.program = program;
        this.window = new Window(timeout);
        this.errors = new StandardError(program.stderr(), log);
        this.errorsEnd = CompletableFuture.runAsync(errors, threads);
        threads.execute(new AnswerReader(program.stdout(), window));
        threads.execute(new RowSender(window, program.stdin()));
    }

    /** Begins a page; {@code place} is what the log is told of it. */
    public void page(String place) {
        errors.page(place);
    }

    /** Gives it rows; returns when it has answered so many that the others can be in flight. */
    public void send(List<RowLine> rows) throws InTrouble, InterruptedException {
        window.put(rows);
    }

    /** Waits until it has answered all rows. */
    public void drain() throws InTrouble, InterruptedException {
        window.drain();
    }

    /** The rows that it has answered with an error since this was last asked. */
    public List<RefusedRow> takeRefused() {
        return window.takeRefused();
    }

    /** Whether it has answered a row with an error since this was last asked for. */
    public boolean hasRefused() {
        return window.hasRefused();
    }

    /** Whether it has nothing to do and can be given rows, as far as can be told. */
    public boolean isReady() {
        return program.isAlive() && window.isIdle();
    }

    /** Kills it because of a trouble; what it did, as the rest of a sentence. */
    public String kill(Trouble trouble) throws InterruptedException {
        try {
            boolean ended = trouble.isEnd() && program.ends(LAST_WORDS);
            program.stop(Duration.ZERO);
            awaitLastWords();
            return ended ? program.ending() : trouble.sentence();
        } finally {
            close();
        }
    }

    /** The last that it wrote to its standard error, to follow what it did; empty if that was nothing. */
    public String lastWords() {
        List<String> last = errors.last();
        return last.isEmpty() ? "" : "; its last words were: " + String.join(" | ", last);
    }

    private void awaitLastWords() throws InterruptedException {
        try {
            errorsEnd.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Somebody who does not belong to it holds the pipe: what was read is all there will be.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes its input, which ends it once it has nothing to do, and kills it if it does not end. */
    @Override
    public void close() {
        boolean obedient = isReady();
        window.close();
        try (program) {
            if (obedient && !program.ends(TO_FINISH)) {
                program.stop(TO_OBEY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
