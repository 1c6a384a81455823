package dev.migrate.cli.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A real HTTP server that keeps what is posted to it, and answers as a test wants. */
final class Mailbox implements AutoCloseable {

    private static final String SECRET = "/hooks/s3cret";

    private final HttpServer server;
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final CountDownLatch answering = new CountDownLatch(1);
    private volatile boolean silent;

    Mailbox(int... answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            posted.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int answer = answers[Math.min(posted.size(), answers.length) - 1];
            if (silent) {
                await();
            }
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    /** One that takes what is posted and never answers. */
    static Mailbox silent() {
        Mailbox mailbox = new Mailbox(200);
        mailbox.silent = true;
        return mailbox;
    }

    private void await() {
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + SECRET);
    }

    /** Method, path and body of all requests. */
    List<String> posted() {
        return List.copyOf(posted);
    }

    @Override
    public void close() {
        answering.countDown();
        server.stop(0);
    }
}
