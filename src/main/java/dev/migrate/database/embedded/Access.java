package dev.migrate.database.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How to get at the server. */
record Access(int port, String password) {

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    Connection open(String database) throws SQLException {
        return DriverManager.getConnection(url(database), properties());
    }

    /** A session that takes a whole file as one query: its errors then tell where in the file they are. */
    Connection openForScript(String database) throws SQLException {
        Properties properties = properties();
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(url(database), properties);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.USER);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "migrate");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }
}
