package dev.migrate.chaos.server;

import dev.migrate.database.embedded.ServerPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server that keeps its port and its data when it is stopped. Nothing about durability is turned off. Not
 * thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

    /** Whom sessions log in as, without a password. */
    public static final String USER = "postgres";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "jit=off",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "timezone=UTC");

    private final String database;
    private final Path data;
    private final ServerPrograms programs;
    private final int port;
    private boolean started;

    private PostgresServer(String database, Path data, ServerPrograms programs, int port) {
        this.database = database;
        this.data = data;
        this.programs = programs;
        this.port = port;
    }

    /**
     * Makes a server in a new directory, and one database on it.
     *
     * @param database its name, which names the directory, too
     */
    public static PostgresServer make(String database, Path parent)
            throws IOException, InterruptedException, SQLException {
        ServerPrograms programs = ServerPrograms.unpacked();
        PostgresServer server = new PostgresServer(database, parent.resolve(database), programs, freePort());
        programs.run(
                "initdb",
                "--pgdata=" + server.data,
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync");
        server.start();
        try (Session session = new Session(server.url("postgres"))) {
            session.execute("create database " + database);
        }
        return server;
    }

    /** The name of its one database. */
    public String database() {
        return database;
    }

    /** The JDBC URL of its one database. */
    public String url() {
        return url(database);
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Starts it and waits until it takes sessions: after a crash that is when it has recovered. */
    public void start() throws IOException, InterruptedException {
        programs.run(
                "pg_ctl",
                "start",
                "--wait",
                "--silent",
                "--timeout=120",
                "--pgdata=" + data,
                "--log=" + data + ".log",
                "--options=" + options());
        started = true;
    }

    /** Stops it as a crash would: every session ends in the middle of what it does, nothing is flushed. */
    public void crash() throws IOException, InterruptedException {
        stop("immediate");
    }

    private void stop(String mode) throws IOException, InterruptedException {
        programs.run("pg_ctl", "stop", "--wait", "--silent", "--mode=" + mode, "--pgdata=" + data);
        started = false;
    }

    @Override
    public void close() throws IOException {
        if (started) {
            try {
                stop("fast");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String options() {
        String settings = SETTINGS.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
        return "-p " + port + " " + settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
