package dev.migrate.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A real RabbitMQ (Debian's package) as a process of its own on loopback, with ports and data of its own. It can be killed
 * and started again; it ends with this JVM, however that ends.
 *
 * <p>Users: {@code manager}, who may do everything with queues, and {@code guard}, who may only look on; the password of
 * both is {@code secret}. {@code guard} alone may enter the virtual host {@code ward}.
 */
public final class TestRabbit {

    private static final Path PROGRAM = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    // It ends what it has started when its input says with which signal, or ends, which the end of this JVM sees to.
    private static final String SCRIPT = """
            epmd & epmd=$!
            until epmd -names || ! kill -0 $epmd; do :; done
            %s & broker=$!
            read signal
            kill -${signal:-KILL} $broker
            wait $broker
            kill $epmd
            wait
            """;

    private static final String SETTINGS = """
            listeners.tcp.1 = 127.0.0.1:%d
            vm_memory_high_watermark.absolute = 256MB
            disk_free_limit.absolute = 1MB
            load_definitions = %s
            log.console = true
            log.console.level = warning
            """;

    private static final String DEFINITIONS = """
            {
              "users": [
                {"name": "manager", "password": "secret", "tags": ""},
                {"name": "guard", "password": "secret", "tags": ""}
              ],
              "vhosts": [{"name": "/"}, {"name": "ward"}],
              "permissions": [
                {"user": "manager", "vhost": "/",
                 "configure": "^migrate\\\\.", "write": "^amq\\\\.default$", "read": "^migrate\\\\."},
                {"user": "guard", "vhost": "/", "configure": "^$", "write": "^$", "read": ".*"},
                {"user": "guard", "vhost": "ward", "configure": ".*", "write": ".*", "read": ".*"}
              ]
            }
            """;

    private static @Nullable TestRabbit shared;

    private final Path directory = temporary();
    private final int port = freePort();
    private final int distributionPort = freePort();
    private final int nameServerPort = freePort();
    private @Nullable Process process;

    private TestRabbit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    }

    /** The one of this JVM, started now if it does not run. Where it is not installed the test fails in CI, else it is skipped. */
    public static synchronized TestRabbit running() {
        demandInstalled();
        if (shared == null) {
            shared = new TestRabbit();
        }
        shared.start();
        return shared;
    }

    private static void demandInstalled() {
        if (Files.isExecutable(PROGRAM)) {
            return;
        }
        String sentence = "RabbitMQ is not installed here, so nothing is known of the rabbitmq transport;"
                + " on Debian: apt-get install rabbitmq-server";
        if (System.getenv("CI") != null) {
            fail(sentence);
        }
        System.err.println(sentence);
        abort(sentence);
    }

    public int port() {
        return port;
    }

    /** Starts it if it does not run, on the data that it had, and waits until it listens. */
    public void start() {
        if (process != null) {
            return;
        }
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofMinutes(3)).until(this::listens);
    }

    /** Has it end in good order. */
    public void stop() {
        end("TERM");
    }

    /** Ends it at once. What it was told in the last moments may be gone, and a queue made in them broken. */
    public void kill() {
        end("KILL");
    }

    private void end(String signal) {
        if (process == null) {
            return;
        }
        try (Writer input = process.outputWriter()) {
            input.write(signal + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    private Process launch() throws IOException {
        Path definitions = Files.writeString(directory.resolve("definitions.json"), DEFINITIONS);
        Files.writeString(directory.resolve("rabbitmq.conf"), SETTINGS.formatted(port, definitions));
        ProcessBuilder command = new ProcessBuilder("sh", "-c", SCRIPT.formatted(PROGRAM))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("output.txt").toFile()));
        command.environment().putAll(environment());
        return command.start();
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", directory.toString()),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("ERL_EPMD_PORT", Integer.toString(nameServerPort)),
                Map.entry("RABBITMQ_ALLOW_INPUT", "true"),
                Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
                Map.entry(
                        "RABBITMQ_CONFIG_FILE",
                        directory.resolve("rabbitmq.conf").toString()),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(distributionPort)),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        directory.resolve("plugins").toString()),
                Map.entry(
                        "RABBITMQ_FEATURE_FLAGS_FILE",
                        directory.resolve("flags").toString()),
                Map.entry("RABBITMQ_LOG_BASE", directory.resolve("log").toString()),
                Map.entry("RABBITMQ_LOGS", "-"),
                Map.entry("RABBITMQ_MNESIA_BASE", directory.resolve("data").toString()),
                Map.entry("RABBITMQ_NODENAME", "migrate" + port + "@localhost"),
                Map.entry("RABBITMQ_PID_FILE", directory.resolve("pid").toString()),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-noinput +S 1:1 -kernel inet_dist_use_interface {127,0,0,1}"));
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void remove() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rabbit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
