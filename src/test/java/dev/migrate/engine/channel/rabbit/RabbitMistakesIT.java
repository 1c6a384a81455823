package dev.migrate.engine.channel.rabbit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import dev.migrate.testing.TestRabbit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each mistake in the settings is told in a sentence before a run begins. */
class RabbitMistakesIT {

    private static TestRabbit server;

    @BeforeAll
    static void start() {
        server = TestRabbit.running();
    }

    @Test
    void says_nothing_when_all_is_well() {
        try (RabbitClient client = RabbitClient.of(server)) {
            client.transport.demandReachable();
        }
    }

    @Test
    void tells_of_a_wrong_password() {
        tells(
                "RabbitMQ at 127.0.0.1:%d refuses user \"manager\": put the right username and password under spring.rabbitmq in application.yml",
                Map.of("spring.rabbitmq.password", "hush"));
    }

    @Test
    void tells_of_a_user_who_is_not_known() {
        tells(
                "RabbitMQ at 127.0.0.1:%d refuses user \"nobody\": put the right username and password under spring.rabbitmq in application.yml",
                Map.of("spring.rabbitmq.username", "nobody"));
    }

    @Test
    void tells_of_a_virtual_host_that_is_not_there() {
        tells(
                "RabbitMQ at 127.0.0.1:%d has no virtual host \"nowhere\": make it (rabbitmqctl add_vhost), or change spring.rabbitmq.virtual-host in application.yml",
                Map.of("spring.rabbitmq.virtual-host", "nowhere"));
    }

    @Test
    void tells_of_a_virtual_host_that_the_user_may_not_enter() {
        tells(
                "RabbitMQ at 127.0.0.1:%d does not let user \"manager\" into virtual host \"ward\" (NOT_ALLOWED - access to vhost 'ward' refused for user 'manager'): grant it with rabbitmqctl set_permissions, or change spring.rabbitmq in application.yml",
                Map.of("spring.rabbitmq.virtual-host", "ward"));
    }

    @Test
    void tells_of_a_user_who_may_not_make_queues() {
        tells(
                "RabbitMQ at 127.0.0.1:%d does not let user \"guard\" use queues in virtual host \"/\": rabbitmqctl set_permissions must grant to configure and read ^migrate\\., and to write ^amq\\.default$",
                Map.of("spring.rabbitmq.username", "guard"));
    }

    @Test
    void tells_that_nobody_listens() {
        tells(
                "RabbitMQ at 127.0.0.1:1 cannot be reached (connection refused): start it, change spring.rabbitmq in application.yml, or choose another --transport",
                Map.of("spring.rabbitmq.port", 1));
    }

    @Test
    void tells_that_there_is_no_such_host() {
        tells(
                "RabbitMQ at nowhere.invalid:%d cannot be reached (no such host): start it, change spring.rabbitmq in application.yml, or choose another --transport",
                Map.of("spring.rabbitmq.host", "nowhere.invalid"));
    }

    @Test
    void tells_that_the_server_does_not_speak_tls() {
        tells(
                "RabbitMQ at 127.0.0.1:%d and this process do not agree about TLS (Unsupported or unrecognized SSL message): see what spring.rabbitmq.ssl in application.yml says, and whether that port is one for TLS",
                Map.of("spring.rabbitmq.ssl.enabled", true));
    }

    @Test
    void tells_that_a_port_for_tls_hangs_up() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> hangingUp = CompletableFuture.runAsync(() -> hangUp(rude));

            tells(
                    "RabbitMQ at 127.0.0.1:" + rude.getLocalPort()
                            + " hangs up at the first word, as a port for TLS does when"
                            + " it is spoken to without, or one that is no RabbitMQ: set spring.rabbitmq.ssl.enabled, or change"
                            + " the port, in application.yml",
                    Map.of("spring.rabbitmq.port", rude.getLocalPort()));
            hangingUp.get();
        }
    }

    private static void hangUp(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().readNBytes("AMQP".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void never_tells_a_password() {
        tells(
                "RabbitMQ at 127.0.0.1:%d refuses user \"manager\": put the right username and password under"
                        + " spring.rabbitmq in application.yml",
                Map.of("spring.rabbitmq.addresses", "amqp://manager:hush@127.0.0.1:" + server.port()));
    }

    @Test
    void tells_of_a_setting_that_cannot_be_used() {
        assertThatThrownBy(() -> new RabbitClient(Map.of("spring.rabbitmq.port", "five")))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "RabbitMQ cannot be used as application.yml has it: spring.rabbitmq.port is set to what it cannot be; put it right");
    }

    @Test
    void tells_of_a_file_with_certificates_that_is_not_there() {
        Map<String, Object> settings = Map.of(
                "spring.rabbitmq.ssl.enabled", true,
                "spring.rabbitmq.ssl.trust-store", "/nowhere/trusted.p12",
                "spring.rabbitmq.ssl.trust-store-type", "PKCS12");

        assertThatThrownBy(() -> new RabbitClient(settings))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "RabbitMQ cannot be used as application.yml has it: class path resource [nowhere/trusted.p12]"
                                + " cannot be opened because it does not exist; put it right");
    }

    @Test
    void connects_to_nothing_before_it_must() throws Exception {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RabbitClient client = new RabbitClient(
                        RabbitClient.settings(server, Map.of("spring.rabbitmq.port", nobody.getLocalPort())))) {
            client.transport.offers(1);

            nobody.setSoTimeout(1);
            assertThatThrownBy(nobody::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void tells(String sentence, Map<String, Object> settings) {
        try (RabbitClient client = new RabbitClient(RabbitClient.settings(server, settings))) {
            assertThatThrownBy(client.transport::demandReachable)
                    .isInstanceOf(UserMistake.class)
                    .hasMessage(sentence.formatted(server.port()));
        }
    }
}
