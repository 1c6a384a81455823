package dev.migrate.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data directory and its server process. Whoever calls holds the {@link HomeLock}. Nothing about durability is turned
 * off: what has been committed is there after a crash of the machine.
 */
final class Cluster {

    static final String USER = "migrate";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "wal_level=minimal",
            "max_wal_senders=0",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Home home;

    Cluster(Home home) {
        this.home = home;
    }

    /** Starts the server, which outlives this process; makes the data directory first if there is none. */
    void start() throws IOException, InterruptedException {
        refuseOtherVersion();
        Programs programs = Programs.in(home);
        Directories.makeOnce(home.data(), data -> initialize(programs, data));
        forgetOtherProgram();
        programs.run(
                "pg_ctl",
                "start",
                "--wait",
                "--silent",
                "--timeout=120",
                "--pgdata=" + home.data(),
                "--log=" + home.log(),
                "--options=" + options(freePort()));
    }

    void stop() throws IOException, InterruptedException {
        Programs.in(home).run("pg_ctl", "stop", "--wait", "--silent", "--mode=fast", "--pgdata=" + home.data());
    }

    private void refuseOtherVersion() throws IOException {
        Path version = home.data().resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            String brought = Archive.version();
            if (!brought.startsWith(found + ".")) {
                throw Trouble.otherVersion(home, found, brought);
            }
        }
    }

    // A server that finds its file with a dead process sees for itself that nothing of it is left; with a living one it
    // would refuse to start, even if that is another program's.
    private void forgetOtherProgram() throws IOException {
        if (PostmasterFile.in(home.data())
                .filter(PostmasterFile::isOfOtherProgram)
                .isPresent()) {
            Files.delete(home.data().resolve(PostmasterFile.NAME));
        }
    }

    private void initialize(Programs programs, Path data) throws IOException, InterruptedException {
        new PasswordFile(home).make();
        programs.run(
                "initdb",
                "--pgdata=" + data,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + home.password(),
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private static String options(int port) {
        return Stream.concat(Stream.of("port=" + port), SETTINGS.stream())
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
