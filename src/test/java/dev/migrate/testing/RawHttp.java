package dev.migrate.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests to this machine just as they are written, with any header, and one a connection. */
public final class RawHttp {

    private static final int LAST_LINE = 4;

    /** An answer: its status line and headers, and what follows. */
    public record Answer(String head, String body) {

        public int status() {
            return Integer.parseInt(head.substring(head.indexOf(' ') + 1).substring(0, 3));
        }
    }

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    public Answer get(String path) {
        return send("GET " + path);
    }

    /** Sends a method and a path, like {@code GET /}. */
    public Answer send(String request, String... headers) {
        return as("127.0.0.1:" + port, request, headers);
    }

    /** The first line of an answer; what follows is left unread. */
    public String begin(String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return String.valueOf(answer.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls the server by another name. */
    public Answer as(String host, String request, String... headers) {
        String head = request.strip() + " HTTP/1.0\r\nHost: " + host + "\r\n" + String.join("\r\n", headers)
                + (headers.length > 0 ? "\r\n" : "") + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Answer(all.substring(0, end), all.substring(end + LAST_LINE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
