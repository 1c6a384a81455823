package dev.migrate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Two servers of their own: a primary, and a hot standby that streams from it. Close it: it stops both. */
public final class StreamingStandby implements AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    /** @param directory an empty one, for the data of both */
    public StreamingStandby(Path directory) throws IOException {
        Path first = directory.resolve("primary");
        Path second = directory.resolve("standby");
        server(first).start().close();
        copy(first, second);
        primary = server(first).start();
        Files.createFile(second.resolve("standby.signal"));
        standby = server(second)
                .setServerConfig("wal_receiver_status_interval", "1s")
                .setServerConfig(
                        "primary_conninfo",
                        "'host=localhost port=%d user=postgres application_name=copy'".formatted(primary.getPort()))
                .start();
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    }

    /** Creates an empty database on the primary and returns its JDBC URL. */
    public String freshDatabase() {
        String name = "test" + NEXT.incrementAndGet();
        onPrimary("create database " + name);
        return primary.getJdbcUrl("postgres", name);
    }

    public void onPrimary(String sql) {
        TestServer.execute(primary.getJdbcUrl("postgres", "postgres"), sql);
    }

    public void onStandby(String sql) {
        TestServer.execute(standbyUrl(), sql);
    }

    /** Where the standby is read. */
    public String standbyUrl() {
        return standby.getJdbcUrl("postgres", "postgres");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.copy(file, copy);
                if (Files.isDirectory(copy)) {
                    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            standby.close();
            primary.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
