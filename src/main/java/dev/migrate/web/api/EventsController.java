package dev.migrate.web.api;

import dev.migrate.web.live.Broadcasts;
import dev.migrate.web.live.Frame;
import dev.migrate.web.live.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What changes while people look, as server-sent events. */
@RestController
public final class EventsController {

    private final ReadExecutions read;
    private final Broadcasts broadcasts;

    public EventsController(ReadExecutions read, Broadcasts broadcasts) {
        this.read = read;
        this.broadcasts = broadcasts;
    }

    @GetMapping("/api/events")
    void all(HttpServletResponse response) throws IOException, InterruptedException {
        send("all", read::frame, response);
    }

    @GetMapping("/api/executions" + ExecutionsController.EXECUTION + "/events")
    void one(@PathVariable long execution, HttpServletResponse response) throws IOException, InterruptedException {
        read.progress(execution);
        send(Long.toString(execution), () -> read.frame(execution), response);
    }

    // The thread of the request is the client's own for as long as it looks on; there are more of them than viewers. To
    // the
    // stream, not to the response's writer: that one swallows the error which tells that nobody is there any more.
    private void send(String topic, Supplier<Frame> reading, HttpServletResponse response)
            throws IOException, InterruptedException {
        try (Viewer viewer = broadcasts.join(topic, reading)) {
            response.setContentType("text/event-stream;charset=UTF-8");
            viewer.follow(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        }
    }
}
