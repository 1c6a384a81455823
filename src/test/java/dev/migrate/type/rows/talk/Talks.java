package dev.migrate.type.rows.talk;

import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.key.KeyValue;
import dev.migrate.program.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Conversations with shell scripts. */
public final class Talks implements AutoCloseable {

    /** Far more than any program takes that does anything. */
    public static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Programs programs;

    public Talks(Path directory) {
        programs = new Programs(directory, new Wakeup());
    }

    public ExecutorService threads() {
        return threads;
    }

    public Conversation with(String script) throws IOException {
        return with(LONG, script);
    }

    public Conversation with(Duration timeout, String script) throws IOException {
        return new Conversation(programs.start(List.of("/bin/sh", "-c", script)), timeout, threads, log::add);
    }

    /** What was logged. */
    Queue<String> log() {
        return log;
    }

    static RowLine row(long id) {
        return row(id, "{\"id\": " + id + "}");
    }

    static RowLine row(long id, String json) {
        return RowLine.of(KeyValue.of(id), json.getBytes(StandardCharsets.UTF_8));
    }

    /** The rows from 1 on. */
    public static List<RowLine> rows(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Talks::row).toList();
    }

    @Override
    public void close() {
        programs.close();
        threads.shutdown();
    }
}
