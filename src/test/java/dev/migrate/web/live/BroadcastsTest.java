package dev.migrate.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migrate.web.answer.Busy;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BroadcastsTest {

    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final Broadcasts broadcasts = new Broadcasts(threads, SELDOM);
    private final AtomicReference<Frame> now = new AtomicReference<>(frame("\"STARTED\"", false));

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Frame frame(String status, boolean last) {
        return new Frame(Map.of("status", status), last);
    }

    private static void assertShows(StringWriter screen, String text) {
        Awaitility.await().atMost(PATIENCE).until(() -> screen.toString().contains(text));
    }

    private Future<?> follow(StringWriter screen) {
        return threads.submit(() -> {
            try (Viewer viewer = broadcasts.join("1", now::get)) {
                viewer.follow(screen);
            }
            return null;
        });
    }

    @Test
    void whoever_looks_on_sees_how_it_ended_before_the_server_is_gone() {
        StringWriter screen = new StringWriter();
        Future<?> viewer = follow(screen);
        assertShows(screen, "event: status\ndata: \"STARTED\"\n\n");
        now.set(frame("\"COMPLETED\"", true));
        broadcasts.close();
        assertThat(viewer).succeedsWithin(PATIENCE);
        assertThat(screen.toString())
                .contains("event: status\ndata: \"COMPLETED\"\n\n", "event: ended\ndata: true\n\n")
                .endsWith("event: gone\ndata: {}\n\n");
        assertThatExceptionOfType(Busy.class).isThrownBy(() -> broadcasts.join("1", now::get));
    }

    @Test
    void whoever_joins_when_nothing_changes_any_more_has_it_read_again() {
        now.set(frame("\"STOPPED\"", true));
        StringWriter first = new StringWriter();
        Future<?> early = follow(first);
        assertShows(first, "event: ended\ndata: true\n\n");
        now.set(frame("\"ABANDONED\"", true));
        StringWriter second = new StringWriter();
        Future<?> late = follow(second);
        assertShows(second, "\"ABANDONED\"");
        assertShows(first, "\"ABANDONED\"");
        broadcasts.close();
        assertThat(early).succeedsWithin(PATIENCE);
        assertThat(late).succeedsWithin(PATIENCE);
    }

    @Test
    void no_repository_and_no_viewer_keep_a_server_from_ending() {
        StringWriter screen = new StringWriter();
        Future<?> awake = follow(screen);
        assertShows(screen, "STARTED");
        CountDownLatch never = new CountDownLatch(1);
        try (Viewer asleep = broadcasts.join("2", () -> nothing(never))) {
            assertThat(asleep).isNotNull();
            assertThat(threads.submit(broadcasts::close)).succeedsWithin(PATIENCE);
        }
        assertThat(awake).succeedsWithin(PATIENCE);
        assertThat(screen.toString()).endsWith("event: gone\ndata: {}\n\n");
    }

    private static Frame nothing(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Frame.EMPTY;
    }
}
