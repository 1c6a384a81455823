package dev.migrate.database;

import dev.migrate.database.settings.RepositorySettings;
import dev.migrate.database.settings.ServerUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The database that holds what came of each job and who may work; opened when first asked for. Thread-safe. */
final class Repository implements AutoCloseable {

    private static final int OLDEST_VERSION = 14;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final RepositorySettings settings;
    private final EmbeddedDatabases embedded;
    private final Lazily<Login> login;
    private final Lazily<Pool> pool;

    Repository(RepositorySettings settings, EmbeddedDatabases embedded, String file, int poolSize) {
        this.settings = settings;
        this.embedded = embedded;
        this.login = new Lazily<>(this::findLogin);
        this.pool = new Lazily<>(() -> open(file, poolSize));
    }

    DataSource dataSource() {
        return pool.get().dataSource();
    }

    Connection directConnection() throws SQLException {
        return login.get().open(SILENCE);
    }

    String description() {
        return settings.url() == null ? embedded.description() : ServerUrl.describe(settings.url());
    }

    private Login findLogin() {
        return settings.url() == null
                ? embedded.login(RepositorySettings.EMBEDDED_DATABASE, null)
                : new Login(settings.url(), settings.username(), settings.password());
    }

    private Pool open(String file, int size) {
        Target target = new Target("repository", "migrate.repository", file);
        Pool opened = new Opening(target, login.get(), OLDEST_VERSION).pool("repository", size, Pool.Use.REPOSITORY);
        try {
            RepositorySchema.migrate(login.get().unpooled());
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void close() {
        pool.ifMade(Pool::close);
    }
}
