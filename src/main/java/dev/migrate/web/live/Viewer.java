package dev.migrate.web.live;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One who looks at something, until there is nobody who shows it or the line is cut. Used by one thread. */
public final class Viewer implements AutoCloseable {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final Broadcast broadcast;
    private final Runnable leave;
    private final Map<String, String> sent = new HashMap<>();

    Viewer(Broadcast broadcast, Runnable leave) {
        this.broadcast = broadcast;
        this.leave = leave;
    }

    /**
     * Sends server-sent events: each part at first and whenever it changes, something now and then, which shows whether anybody
     * is still there, and {@code gone} when this process ends.
     */
    public void follow(Writer client) throws IOException, InterruptedException {
        Broadcast.Newest newest = broadcast.beyond(0, SIGN_OF_LIFE);
        while (!newest.over()) {
            send(newest.frame(), client);
            newest = broadcast.beyond(newest.number(), SIGN_OF_LIFE);
        }
        send(newest.frame(), client);
        client.write("event: gone\ndata: {}\n\n");
        client.flush();
    }

    private void send(Frame frame, Writer client) throws IOException {
        client.write(":\n\n");
        for (Map.Entry<String, String> part : frame.parts().entrySet()) {
            if (!part.getValue().equals(sent.put(part.getKey(), part.getValue()))) {
                client.write("event: " + part.getKey() + "\ndata: " + part.getValue() + "\n\n");
            }
        }
        client.flush();
    }

    @Override
    public void close() {
        leave.run();
    }
}
