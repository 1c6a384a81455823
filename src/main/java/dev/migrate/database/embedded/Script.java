package dev.migrate.database.embedded;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A file of SQL, run as one query and so in one transaction. */
record Script(Path file) {

    void runOn(Access access, String database) throws SQLException {
        String sql = read();
        try (Connection connection = access.openForScript(database);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (PSQLException e) {
            ServerErrorMessage error = e.getServerErrorMessage();
            if (error == null) {
                throw e;
            }
            throw new UserMistake(place(sql, error) + ": " + error.getMessage() + "; put that right and try again", e);
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserMistake(file + " is not UTF-8: write it in UTF-8", e);
        } catch (IOException e) {
            throw new UserMistake(
                    "the init-script " + file
                            + " cannot be read: put it there, or change init-script in application.yml",
                    e);
        }
    }

    private String place(String sql, ServerErrorMessage error) {
        if (error.getPosition() == 0) {
            return file.toString();
        }
        int end = sql.offsetByCodePoints(0, error.getPosition() - 1);
        return file + ":"
                + (1 + sql.substring(0, end).chars().filter(c -> c == '\n').count());
    }
}
