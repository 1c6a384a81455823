package dev.migrate.cli.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.CapturedConsole;
import dev.migrate.engine.SteppedTime;
import dev.migrate.job.Outcome;
import dev.migrate.monitor.Readings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedNoticesTest {

    private static final Outcome DONE = new Outcome.Completed(12, 0, 0);

    private final SteppedTime time = new SteppedTime();
    private final CapturedConsole captured = new CapturedConsole();

    private PostedNotices notices(URI address, Duration timeout) {
        return new PostedNotices(
                address,
                timeout,
                execution -> Readings.progress("COMPLETED", 10, 10L),
                captured.console(),
                time,
                atMost -> time.pass(atMost));
    }

    private PostedNotices notices(Mailbox mailbox) {
        return notices(mailbox.address(), Duration.ofSeconds(30));
    }

    @Test
    void the_end_of_a_run_is_told_once_with_its_result() {
        try (Mailbox mailbox = new Mailbox(204)) {
            try (PostedNotices notices = notices(mailbox)) {
                notices.ended(DONE);
            }
            assertThat(mailbox.posted())
                    .singleElement()
                    .satisfies(post -> assertThat(post)
                            .startsWith("POST /hooks/s3cret {\"job\":")
                            .contains("\"status\":\"COMPLETED\"", "\"rows\":{\"read\":10,")
                            .endsWith("\"event\":\"ended\",\"sentence\":\"Complete: nothing is left to do.\"}"));
        }
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void a_run_that_failed_needs_someone() {
        try (Mailbox mailbox = new Mailbox(200)) {
            try (PostedNotices notices = notices(mailbox)) {
                notices.ended(new Outcome.Failed(12, "1 partition failed"));
            }
            assertThat(mailbox.posted())
                    .singleElement()
                    .satisfies(post -> assertThat(post)
                            .contains("\"event\":\"needs-someone\",\"sentence\":\"Failed: 1 partition failed."));
        }
    }

    @Test
    void the_same_trouble_is_told_again_only_after_a_while() {
        try (Mailbox mailbox = new Mailbox(200)) {
            try (PostedNotices notices = notices(mailbox)) {
                notices.needsSomeone(12, "no worker is there");
                notices.needsSomeone(12, "no worker is there");
                notices.needsSomeone(12, "a database is away");
                time.pass(Duration.ofMinutes(16));
                notices.needsSomeone(12, "no worker is there");
            }
            assertThat(mailbox.posted())
                    .satisfiesExactly(
                            post -> assertThat(post).contains("no worker is there"),
                            post -> assertThat(post).contains("a database is away"),
                            post -> assertThat(post).contains("no worker is there"));
        }
    }

    @Test
    void a_server_that_is_troubled_for_a_moment_is_asked_again() {
        try (Mailbox mailbox = new Mailbox(500, 429, 200)) {
            try (PostedNotices notices = notices(mailbox)) {
                notices.ended(DONE);
            }
            assertThat(mailbox.posted()).hasSize(3);
        }
        assertThat(captured.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | 3 | it answered 500",
                "404 | 1 | it answered 404",
                "302 | 1 | it answered 302, a redirect: set it to where that leads",
            })
    void what_a_server_does_not_take_is_one_sentence(int answer, int attempts, String why) {
        try (Mailbox mailbox = new Mailbox(answer)) {
            try (PostedNotices notices = notices(mailbox)) {
                notices.ended(DONE);
            }
            assertThat(mailbox.posted()).hasSize(attempts);
        }
        assertThat(captured.err())
                .isEqualToIgnoringNewLines("The notice for migrate.notify.url was not delivered: " + why + ".");
    }

    @Test
    void a_server_that_is_down_is_one_sentence() {
        Mailbox mailbox = new Mailbox(200);
        mailbox.close();
        try (PostedNotices notices = notices(mailbox)) {
            notices.ended(DONE);
        }
        assertThat(captured.err())
                .isEqualToIgnoringNewLines(
                        "The notice for migrate.notify.url was not delivered: there is no connection to it.");
    }

    @Test
    void a_server_that_never_answers_keeps_nobody_for_long() {
        try (Mailbox mailbox = Mailbox.silent()) {
            try (PostedNotices notices = notices(mailbox.address(), Duration.ofMillis(200))) {
                notices.ended(DONE);
            }
            assertThat(mailbox.posted()).isNotEmpty();
        }
        assertThat(captured.err()).startsWith("The notice for migrate.notify.url was not delivered: it did not answer");
    }

    @Test
    void what_a_run_needed_is_not_told_after_its_end() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (Mailbox mailbox = new Mailbox(200)) {
            try (PostedNotices notices = new PostedNotices(
                    mailbox.address(),
                    Duration.ofSeconds(30),
                    execution -> {
                        reading.countDown();
                        await(ended);
                        throw new IllegalStateException("the repository is away");
                    },
                    captured.console(),
                    time,
                    atMost -> {})) {
                notices.needsSomeone(12, "one");
                reading.await();
                notices.needsSomeone(12, "two");
                notices.ended(DONE);
                ended.countDown();
            }
            assertThat(mailbox.posted())
                    .containsExactly(
                            "POST /hooks/s3cret {\"execution\":12,\"event\":\"needs-someone\",\"sentence\":\"one\"}",
                            "POST /hooks/s3cret {\"execution\":12,\"event\":\"ended\",\"sentence\":\"Complete: nothing is left"
                                    + " to do.\"}");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
