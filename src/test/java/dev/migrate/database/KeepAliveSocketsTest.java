package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class KeepAliveSocketsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final KeepAliveSockets sockets = new KeepAliveSockets();

    @Test
    void ask_after_a_silent_server() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Socket socket = sockets.createSocket(LOOPBACK, server.getLocalPort())) {
            assumeTrue(socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE));
            assertThat(socket.getKeepAlive()).isTrue();
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(5);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(5);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(2);
        }
    }

    @Test
    void may_be_bound_first() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Socket socket = sockets.createSocket("localhost", server.getLocalPort(), LOOPBACK, 0)) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void tell_that_nobody_is_there() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> sockets.createSocket("localhost", port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void are_what_the_driver_uses_unless_the_url_names_others() {
        assertThat(factory("jdbc:postgresql://localhost/a")).isEqualTo(KeepAliveSockets.class.getName());
        assertThat(factory("jdbc:postgresql://localhost/a?socketFactory=mine")).isEqualTo("mine");
    }

    private static String factory(String url) {
        return String.valueOf(((PGSimpleDataSource) new Login(url, null, null).unpooled()).getSocketFactory());
    }
}
