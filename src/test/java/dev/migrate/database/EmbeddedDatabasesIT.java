package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.database.settings.DatabaseSettings;
import dev.migrate.database.settings.MigrateSettings;
import dev.migrate.database.settings.ServerUrl;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedDatabasesIT {

    private static final DatabaseName POSTS = new DatabaseName("posts");

    @TempDir
    private static Path project;

    private final Path config = project.resolve("config");

    @BeforeEach
    void write_an_init_script() throws IOException {
        Files.createDirectories(config.resolve("demo"));
        Files.writeString(config.resolve("demo/posts.sql"), "create table post as select 7 as id");
    }

    @Test
    void lie_beside_the_config_directory_and_are_shared() throws SQLException {
        try (PooledDatabases first = open(posts());
                PooledDatabases second = open(posts())) {
            assertThat(ids(first)).containsExactly("7");
            assertThat(ids(second)).containsExactly("7");
            assertThat(first.facts(POSTS)).isEqualTo(second.facts(POSTS));
            assertThat(project.resolve(".migrate/data/postmaster.pid")).exists();
        }
        assertThat(project.resolve(".migrate/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void hold_the_repository_too() throws SQLException {
        try (PooledDatabases databases = open(posts());
                Connection direct = databases.directRepositoryConnection()) {
            assertThat(direct.getCatalog()).isEqualTo("migrate");
            assertThat(new Query(databases.repository())
                            .first(new BoundSql("select count(*) from migrate.run", List.of()), row -> row.getLong(1)))
                    .contains(0L);
        }
    }

    @Test
    void are_not_made_before_they_are_asked_for(@TempDir Path other) {
        try (PooledDatabases databases = open(posts(), other.resolve("config"))) {
            assertThat(databases.names()).containsExactly(POSTS);
        }
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void refuse_a_wrong_password_in_a_sentence() throws SQLException {
        try (PooledDatabases embedded = open(posts())) {
            String url = url(embedded);
            try (PooledDatabases databases = open(new DatabaseSettings(url, "migrate", "s3cret", null, null, null))) {
                assertThatThrownBy(() -> databases.dataSource(POSTS))
                        .isInstanceOf(UserMistake.class)
                        .hasMessage(
                                "the server %s of the database \"posts\" refuses user \"migrate\" (password"
                                        + " authentication failed for user \"migrate\"): put the right username and password"
                                        + " under migrate.databases.posts in %s/application.yml",
                                ServerUrl.server(url), config);
            }
            try (PooledDatabases databases = open(new DatabaseSettings(url, "migrate", null, null, null, null))) {
                assertThatThrownBy(() -> databases.dataSource(POSTS))
                        .isInstanceOf(UserMistake.class)
                        .hasMessageContaining("refuses user \"migrate\"");
            }
        }
    }

    private PooledDatabases open(DatabaseSettings posts) {
        return open(posts, config);
    }

    private static PooledDatabases open(DatabaseSettings posts, Path config) {
        return new PooledDatabases(
                new MigrateSettings(null, Map.of("posts", posts), null, null, null, null),
                config,
                2,
                atMost -> TimeUnit.NANOSECONDS.sleep(atMost.toNanos()));
    }

    private static DatabaseSettings posts() {
        return new DatabaseSettings(null, null, null, "demo/posts.sql", null, null);
    }

    private static List<String> ids(PooledDatabases databases) throws SQLException {
        return new Query(databases.dataSource(POSTS))
                .list(new BoundSql("select id from post", List.of()), row -> String.valueOf(row.getString(1)));
    }

    private static String url(PooledDatabases databases) throws SQLException {
        try (Connection connection = databases.dataSource(POSTS).getConnection()) {
            return String.valueOf(connection.getMetaData().getURL());
        }
    }
}
