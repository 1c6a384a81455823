package dev.migrate.database;

import dev.migrate.database.settings.ServerUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Which database to open, and as whom. Never shows the password. */
record Login(
        String url, @Nullable String username, @Nullable String password) {

    private static final Map<String, String> UNLESS_THE_URL_SAYS_OTHERWISE = Map.of(
            "ApplicationName", "migrate",
            "connectTimeout", "10",
            "tcpKeepAlive", "true",
            "socketFactory", KeepAliveSockets.class.getName(),
            "reWriteBatchedInserts", "true");

    /** Connections without a pool. Their metadata show a url without password, whatever the url is. */
    DataSource unpooled() {
        return driver();
    }

    /** The same, for statements that are short: a server that is silent for that long is taken for dead. */
    DataSource unpooled(Duration silence) {
        PGSimpleDataSource driver = driver();
        setUnlessInUrl(driver, "socketTimeout", Long.toString(silence.toSeconds()));
        return driver;
    }

    /** One connection; a server that is silent for that long is taken for dead. */
    Connection open(Duration silence) throws SQLException {
        PGSimpleDataSource driver = driver();
        driver.setSocketTimeout((int) silence.toSeconds());
        return driver.getConnection();
    }

    private PGSimpleDataSource driver() {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(url);
        if (username != null) {
            driver.setUser(username);
        }
        if (password != null) {
            driver.setPassword(password);
        }
        UNLESS_THE_URL_SAYS_OTHERWISE.forEach((name, value) -> setUnlessInUrl(driver, name, value));
        return driver;
    }

    private void setUnlessInUrl(PGSimpleDataSource driver, String name, String value) {
        if (Pattern.compile("[?&]" + name + "=").matcher(url).find()) {
            return;
        }
        try {
            driver.setProperty(name, value);
        } catch (SQLException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Like {@code db0:5432}. */
    String server() {
        return ServerUrl.server(url);
    }

    @Override
    public String toString() {
        return ServerUrl.describe(url);
    }
}
