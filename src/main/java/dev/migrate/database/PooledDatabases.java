package dev.migrate.database;

import dev.migrate.database.settings.DatabaseSettings;
import dev.migrate.database.settings.MigrateSettings;
import dev.migrate.job.Nearest;
import dev.migrate.job.Pause;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.Throttle;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The databases and the repository that the settings name. Nothing is opened, started or created before it is asked for.
 * Thread-safe. Closing it closes every session and leaves the embedded server, which stops if no other process needs it.
 */
public final class PooledDatabases implements Databases, AutoCloseable {

    private static final int OLDEST_VERSION = 12;

    private final MigrateSettings all;
    private final Map<String, DatabaseSettings> settings;
    private final String file;
    private final int poolSize;
    private final EmbeddedDatabases embedded;
    private final Repository repository;
    private final Map<DatabaseName, Pool> pools = new ConcurrentHashMap<>();

    /**
     * @param configDirectory init-scripts are found in it, and the embedded server's {@code .migrate} beside it
     * @param poolSize how many connections to each database, and to the repository, are open at most
     */
    public PooledDatabases(MigrateSettings settings, Path configDirectory, int poolSize, Pause pause) {
        this.all = settings;
        this.settings = settings.databases();
        this.file = configDirectory.resolve("application.yml").toString();
        this.poolSize = poolSize;
        this.embedded = new EmbeddedDatabases(configDirectory, pause);
        this.repository = new Repository(settings.repository(), embedded, file, poolSize);
    }

    @Override
    public Set<DatabaseName> names() {
        return settings.keySet().stream().map(DatabaseName::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public DataSource dataSource(DatabaseName name) {
        return pool(name).dataSource();
    }

    @Override
    public ServerFacts facts(DatabaseName name) {
        return pool(name).facts();
    }

    @Override
    public ServerFacts factsNow(DatabaseName name) {
        try (Connection connection = dataSource(name).getConnection()) {
            return opening(name).facts(connection);
        } catch (SQLException e) {
            throw new UserMistake("database \"" + name + "\" does not answer: " + ServerMessage.of(e), e);
        }
    }

    @Override
    public OptionalInt maxWorkers(DatabaseName name) {
        DatabaseSettings found = settings.get(name.value());
        return found == null || found.maxWorkers() == null ? OptionalInt.empty() : OptionalInt.of(found.maxWorkers());
    }

    @Override
    public Throttle throttle(DatabaseName name) {
        DatabaseSettings found = settings.get(name.value());
        return found == null ? Throttle.NONE : found.throttle();
    }

    /**
     * The repository's pool, its schema made or brought up to date.
     *
     * @throws UserMistake if it cannot be reached or used, with the sentence to show
     */
    public DataSource repository() {
        return repository.dataSource();
    }

    /** How partitions reach the workers, as the settings say. */
    public String transport() {
        return all.transport();
    }

    /** How long to wait for a database that is away, as the settings say. */
    public Duration patience() {
        return all.patience();
    }

    /** A new connection to the repository that is in no pool; a server that is silent for 10 s is taken for dead. */
    public Connection directRepositoryConnection() throws SQLException {
        return repository.directConnection();
    }

    /** Where the repository is, for the user's eyes: without secrets, and without opening it. */
    public String repositoryDescription() {
        return repository.description();
    }

    private Pool pool(DatabaseName name) {
        return pools.computeIfAbsent(name, this::open);
    }

    private Pool open(DatabaseName name) {
        return opening(name).pool(name.value(), poolSize, Pool.Use.PAGES);
    }

    private Opening opening(DatabaseName name) {
        DatabaseSettings found = settings.get(name.value());
        if (found == null) {
            throw unknown(name);
        }
        Target target = new Target("database \"" + name + "\"", "migrate.databases." + name, file);
        return new Opening(target, login(name, found), OLDEST_VERSION);
    }

    private Login login(DatabaseName name, DatabaseSettings found) {
        return found.url() == null
                ? embedded.login(name.value(), found.initScript())
                : new Login(found.url(), found.username(), found.password());
    }

    private UserMistake unknown(DatabaseName name) {
        String hint = Nearest.to(name.value(), settings.keySet())
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("list it under migrate.databases");
        return new UserMistake("there is no database \"" + name + "\" in " + file + ": " + hint);
    }

    @Override
    public void close() {
        pools.values().forEach(Pool::close);
        repository.close();
        embedded.close();
    }
}
