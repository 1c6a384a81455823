package dev.migrate.engine.channel.rabbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.channel.Board;
import dev.migrate.engine.channel.ChannelAway;
import dev.migrate.engine.channel.Offers;
import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.channel.SharedTransportContract;
import dev.migrate.engine.channel.TestWorker;
import dev.migrate.testing.TestRabbit;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/** Requests through a real RabbitMQ, which goes away now and then. */
class RabbitTransportIT extends SharedTransportContract {

    private static TestRabbit server;
    private static RabbitClient client;

    @BeforeAll
    static void start() {
        server = TestRabbit.running();
        client = RabbitClient.of(server);
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.close();
        }
    }

    @Override
    protected RequestTransport transport() {
        return client.transport;
    }

    @Test
    void goes_on_by_itself_when_the_server_was_killed_and_is_there_again() {
        worker(2).serve(RUN);
        Offers manager = manager(RUN);
        offer(manager, board.put(RUN, 1, 2, 3));
        await().until(() -> board.done().size() == 3);

        server.kill();
        assertThatThrownBy(manager::room)
                .isInstanceOf(ChannelAway.class)
                .hasMessage("RabbitMQ at 127.0.0.1:%d takes no requests now (connection refused)", server.port());
        assertThatThrownBy(() -> manager.offer(Board.requests(4))).isInstanceOf(ChannelAway.class);
        server.start();

        List<StepExecutionRequest> requests = board.put(RUN, 4, 5, 6);
        patiently().ignoreException(ChannelAway.class).untilAsserted(() -> offer(manager, requests));
        patiently().untilAsserted(() -> assertThat(board.done()).hasSize(6));
    }

    @Test
    void goes_on_with_a_queue_that_was_made_just_before_the_server_was_killed() {
        long made = 4_711;
        Offers manager = manager(made);
        assertThat(manager.room()).isEqualTo(1_000);
        server.kill();
        server.start();

        List<StepExecutionRequest> requests = board.put(made, 1, 2, 3);
        patiently().ignoreException(ChannelAway.class).untilAsserted(() -> offer(manager, requests));
        worker(1).serve(made);
        patiently().untilAsserted(() -> assertThat(board.done()).hasSize(3));
    }

    @Test
    void requests_outlive_the_server() {
        Offers manager = manager(RUN);
        offer(manager, board.put(RUN, 1, 2, 3));

        server.stop();
        TestWorker worker = worker(1);
        worker.serve(RUN);
        server.start();

        patiently().untilAsserted(() -> assertThat(board.done()).containsExactlyInAnyOrder(1L, 2L, 3L));
    }

    @Test
    void a_queue_that_is_deleted_meanwhile_is_made_again() {
        worker(1).serve(RUN);
        Offers manager = manager(RUN);
        offer(manager, board.put(RUN, 1));
        await().until(() -> board.done().size() == 1);

        client.direct().execute(channel -> channel.queueDelete(client.queue(RUN).name()));

        await().until(() -> depth() == 0);
        offer(manager, board.put(RUN, 2));
        await().untilAsserted(() -> assertThat(board.done()).containsExactly(1L, 2L));
    }

    @Test
    void an_offer_into_a_queue_that_is_gone_is_lost_and_no_more() {
        Offers manager = manager(RUN);
        manager.offer(board.put(RUN, 1));
        assertThat(manager.room()).isEqualTo(1_000);

        manager.offer(Board.requests(1));

        assertThat(manager.room()).isEqualTo(999);
    }

    @Test
    void the_room_is_what_a_window_has_left() {
        Offers manager = manager(RUN);
        assertThat(manager.room()).isEqualTo(1_000);

        manager.offer(Board.requests(LongStream.rangeClosed(1, 1_000).toArray()));
        assertThat(manager.room()).isZero();

        manager.offer(Board.requests(1_001));
        assertThat(manager.room()).isZero();
    }

    @Test
    void what_no_thread_is_free_for_is_left_to_others() {
        Offers manager = manager(RUN);
        manager.room();
        patient(1).serve(RUN);
        manager.offer(board.put(RUN, 1, 2, 3, 4));

        await().untilAsserted(() -> assertThat(depth()).isEqualTo(2));
    }

    @Test
    void what_no_thread_is_free_for_in_a_long_time_is_dropped_before_the_server_minds() {
        Offers manager = manager(RUN);
        manager.room();
        manager.offer(board.put(RUN, 1, 2, 3, 4));
        RabbitTransport impatient = client.impatient(Duration.ofMillis(1));

        try (TestWorker busy = new TestWorker(impatient, board, 1, attempt -> wait(release))) {
            busy.serve(RUN);
            await().untilAsserted(() -> assertThat(depth()).isZero());
            release.countDown();

            assertThat(busy.brought()).hasSizeLessThan(3);
        }
    }

    @Test
    void the_queue_is_deleted_when_the_manager_is_done() {
        Offers manager = manager(RUN);
        manager.room();
        assertThat(depth()).isZero();

        manager.close();

        assertThat(depth()).isEqualTo(-1);
    }

    @Test
    void nothing_is_left_when_workers_stay_for_longer_than_the_manager() {
        TestWorker changing = worker(1);
        TestWorker leaving = worker(1);
        changing.serve(RUN);
        leaving.serve(RUN);
        Offers manager = manager(RUN);
        manager.room();
        manager.close();
        await().until(() -> depth() == 0);

        changing.serve();
        leaving.close();

        assertThat(depth()).isEqualTo(-1);
    }

    @Test
    void what_is_no_request_is_dropped() {
        Offers manager = manager(RUN);
        manager.room();
        hostile().forEach(message -> client.direct().send("", client.queue(RUN).name(), message));
        manager.offer(board.put(RUN, 1));

        TestWorker worker = worker(1);
        worker.serve(RUN);

        await().untilAsserted(() -> assertThat(board.done()).containsExactly(1L));
        assertThat(worker.brought()).containsExactly(1L);
        await().untilAsserted(() -> assertThat(depth()).isZero());
    }

    /** For what a server does that has just been started. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private static List<Message> hostile() {
        return List.of(
                text("").build(),
                text("not json").build(),
                text("[1, 2]").build(),
                text("{}").build(),
                text("{\"stepName\": null, \"stepExecutionId\": 1}").build(),
                text("{\"stepName\": \"worker:1\", \"stepExecutionId\": null}").build(),
                text("{\"stepName\": \"worker:1\", \"stepExecutionId\": 99999999999999999999}")
                        .build(),
                text("{\"stepName\": \"worker:1\"} trailing").build(),
                text("[".repeat(100_000)).build(),
                text("{\"stepName\": \"" + "x".repeat(3_000_000) + "\", \"stepExecutionId\": 1}")
                        .build(),
                text("\u00ac\u00ed")
                        .setContentType(MessageProperties.CONTENT_TYPE_SERIALIZED_OBJECT)
                        .build(),
                text("x")
                        .setContentType("application/json")
                        .setHeader("__TypeId__", "javax.script.ScriptEngineManager")
                        .build(),
                text("\0\0\0\1xx")
                        .setHeader(MessageProperties.SPRING_BATCH_FORMAT, MessageProperties.BATCH_FORMAT_LENGTH_HEADER4)
                        .build(),
                text("x")
                        .setHeader("id", "no uuid")
                        .setHeader("amqp_channel", "none")
                        .setReplyTo("nobody")
                        .build());
    }

    private static MessageBuilder text(String body) {
        return MessageBuilder.withBody(body.getBytes(UTF_8));
    }

    /** How many requests are ready in the queue; -1 if there is none. */
    private static long depth() {
        var queue =
                new RabbitAdmin(client.direct()).getQueueInfo(client.queue(RUN).name());
        return queue == null ? -1 : queue.getMessageCount();
    }
}
