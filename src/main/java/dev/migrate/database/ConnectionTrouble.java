package dev.migrate.database;

import dev.migrate.job.UserMistake;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The sentences about a database that cannot be opened. */
final class ConnectionTrouble {

    private final Target target;
    private final Login login;

    ConnectionTrouble(Target target, Login login) {
        this.target = target;
        this.login = login;
    }

    UserMistake of(SQLException e) {
        String state = SqlProblem.sqlState(e).orElse("");
        return new UserMistake(
                switch (state) {
                    case "28P01", "28000", "08004" -> refused(e);
                    case "3D000" ->
                        "there is no database " + login + " for the " + target.words() + ": create it, or change "
                                + target.setting() + ".url in " + target.file();
                    case "53300" ->
                        "the server " + login.server() + " of the " + target.words()
                                + " has no connection to spare: raise its max_connections, or run fewer workers";
                    case "57P03" ->
                        "the server " + login.server() + " of the " + target.words()
                                + " is starting or stopping: try again in a while";
                    case "08001", "08006" -> unreachable(e);
                    default ->
                        "the " + target.words() + " at " + login + " cannot be opened (" + ServerMessage.of(e)
                                + "): see what the server says, or change " + target.setting() + " in " + target.file();
                },
                e);
    }

    private String refused(SQLException e) {
        String user = login.username() == null ? "the user" : "user \"" + login.username() + "\"";
        return "the server " + login.server() + " of the " + target.words() + " refuses " + user + " ("
                + ServerMessage.of(e) + "): put the right username and password under " + target.setting() + " in "
                + target.file();
    }

    private String unreachable(SQLException e) {
        return "the " + target.words() + " cannot be reached at " + login.server() + " (" + reason(e)
                + "): start that server, or change " + target.setting() + ".url in " + target.file();
    }

    private static String reason(SQLException e) {
        return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                .flatMap(ConnectionTrouble::word)
                .findFirst()
                .orElseGet(() -> ServerMessage.of(e));
    }

    private static Stream<String> word(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return Stream.of("no such host");
        }
        if (cause instanceof SocketTimeoutException) {
            return Stream.of("no answer");
        }
        if (cause instanceof NoRouteToHostException) {
            return Stream.of("no route to it");
        }
        return cause instanceof ConnectException ? Stream.of("connection refused") : Stream.empty();
    }
}
