package dev.migrate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server of the oldest PostgreSQL that will do, for Linux on amd64; the build has fetched it. Closing it stops it. */
public final class OlderServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("target/older-postgresql/postgres-linux-x86_64.txz");

    private final EmbeddedPostgres server;

    private OlderServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static OlderServer start() throws IOException {
        return new OlderServer(EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> Files.newInputStream(PROGRAMS))
                .setServerConfig("timezone", "Asia/Kathmandu")
                .start());
    }

    /** The JDBC URL of a database that is empty at first. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
