package dev.migrate.type.rows.handle;

import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The one connection of a page, which whoever asks for it does not own. */
final class PageDataSource extends AbstractDataSource {

    private final Connection connection;

    PageDataSource(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("the connection of a page has its user");
    }
}
