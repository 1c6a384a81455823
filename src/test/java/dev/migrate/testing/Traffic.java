package dev.migrate.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection that counts the statements which go to the server and the bytes that come from it. Used by one thread. */
public final class Traffic implements AutoCloseable {

    // The driver makes the sockets, by the name of their factory.
    private static final AtomicLong BYTES = new AtomicLong();

    private final AtomicLong statements = new AtomicLong();
    private final SingleConnectionDataSource connection;

    /** What something cost. */
    public record Cost(long statements, long bytes) {}

    /** Something that asks the server. */
    @FunctionalInterface
    public interface Asking {
        void run() throws SQLException;
    }

    /** Opens the connection; each execution of a statement costs the same on it. */
    public Traffic(String url) {
        this.connection = new SingleConnectionDataSource(counting(open(url)), true);
    }

    private static Connection open(String url) {
        try {
            return DriverManager.getConnection(url + (url.contains("?") ? "&" : "?")
                    + "prepareThreshold=0&socketFactory=" + Sockets.class.getName());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection counting(Connection opened) {
        return (Connection) Proxy.newProxyInstance(
                Traffic.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().matches("(prepare|create)(Statement|Call)")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(opened, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public DataSource dataSource() {
        return connection;
    }

    public Cost of(Asking asking) throws SQLException {
        long before = statements.get();
        long bytesBefore = BYTES.get();
        asking.run();
        return new Cost(statements.get() - before, BYTES.get() - bytesBefore);
    }

    @Override
    public void close() {
        connection.destroy();
    }

    /** Sockets whose input is counted. */
    public static final class Sockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new CountedSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class CountedSocket extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int next = super.read();
                    BYTES.addAndGet(next < 0 ? 0 : 1);
                    return next;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int count = super.read(into, from, length);
                    BYTES.addAndGet(Math.max(count, 0));
                    return count;
                }
            };
        }
    }
}
