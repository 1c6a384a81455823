package dev.migrate.jar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a local server on which all may fall silent: nothing arrives any more, and nobody is told that it ends. */
final class Way implements AutoCloseable {

    private final int server;
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private boolean silent;

    Way(int server) throws IOException {
        this.server = server;
        threads.execute(this::letIn);
    }

    /** The port in a JDBC URL. */
    static int port(String url) {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    /** A JDBC URL that leads the same server's databases along this way. */
    String along(String url) {
        return url.replace(":" + server + "/", ":" + entrance.getLocalPort() + "/");
    }

    /** Keeps what is sent, either way, and whatever comes. */
    synchronized void fallSilent() {
        silent = true;
    }

    /** Lets everything arrive that was kept, and what is sent from now on. */
    synchronized void speak() {
        silent = false;
        notifyAll();
    }

    private synchronized void waitWhileSilent() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    private void letIn() {
        try {
            while (true) {
                Socket client = kept(entrance.accept());
                Socket there = kept(new Socket(InetAddress.getLoopbackAddress(), server));
                threads.execute(() -> pass(client, there));
                threads.execute(() -> pass(there, client));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private Socket kept(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                waitWhileSilent();
                to.getOutputStream().write(bytes, 0, n);
            }
            waitWhileSilent();
        } catch (IOException e) {
            // One side has ended, so the other does.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
