package dev.migrate.chaos;

import dev.migrate.chaos.act.Faults;
import dev.migrate.chaos.process.Jar;
import dev.migrate.chaos.server.Broker;
import dev.migrate.chaos.server.PostgresServer;
import dev.migrate.chaos.server.RabbitBroker;
import dev.migrate.chaos.server.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * A directory of its own with two PostgreSQL servers, perhaps a broker, the table and the config. Close it: no process is left,
 * not even if the JVM is asked to end.
 */
final class Arena implements AutoCloseable {

    private final Path directory;
    private final Deque<AutoCloseable> belongings = new ArrayDeque<>();
    private final Jar jar;
    private final Optional<Broker> broker;
    private final Faults.Server repository;
    private final Faults.Server target;

    private Arena(Options options) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        directory = Files.createTempDirectory("chaos-");
        repository = server("repository");
        target = server("target");
        broker = options.needsBroker() ? Optional.of(own(new RabbitBroker())) : Optional.empty();
        jar = own(new Jar(directory));
    }

    static Arena prepare(Options options) throws Exception {
        Arena arena = new Arena(options);
        Counter.fill(arena.target.session(), options.rows());
        Counter.configure(
                arena.directory,
                arena.repository.server(),
                arena.target.server(),
                options,
                arena.broker.map(Broker::settings).orElse(""));
        return arena;
    }

    private Faults.Server server(String database) throws Exception {
        PostgresServer server = own(PostgresServer.make(database, directory));
        return new Faults.Server(server, own(new Session(server.url())));
    }

    private <T extends AutoCloseable> T own(T belonging) {
        synchronized (belongings) {
            belongings.push(belonging);
        }
        return belonging;
    }

    Jar jar() {
        return jar;
    }

    Optional<Broker> broker() {
        return broker;
    }

    Faults.Server repository() {
        return repository;
    }

    Faults.Server target() {
        return target;
    }

    /** Where all is that was written. */
    Path directory() {
        return directory;
    }

    /** Throws away what was written. */
    void delete() throws IOException {
        close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Override
    public void close() {
        synchronized (belongings) {
            while (!belongings.isEmpty()) {
                close(belongings.pop());
            }
        }
    }

    private void close(AutoCloseable belonging) {
        try {
            belonging.close();
        } catch (Exception e) {
            System.err.println("Not everything was stopped in " + directory + ": " + e);
        }
    }
}
