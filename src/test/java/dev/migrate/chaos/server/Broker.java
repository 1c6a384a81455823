package dev.migrate.chaos.server;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** The message broker of a run, which may be taken away. Not thread-safe. */
public interface Broker extends AutoCloseable {

    /** The lines of {@code application.yml} that say where it is. */
    String settings();

    /** Starts it again, on the same port and data, and waits until it takes connections. */
    void start();

    /** Stops it as a crash would. */
    void crash();

    /** Puts one more message into a queue. */
    void publish(String queue, String json) throws IOException, TimeoutException;

    @Override
    void close();
}
