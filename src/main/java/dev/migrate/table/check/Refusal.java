package dev.migrate.table.check;

import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import java.sql.SQLException;

/** Tells that a server refuses what a definition asks for: in the server's words, with what to do about it. */
record Refusal(JobRequest request, String path) {

    UserMistake of(String what, SQLException e) {
        return of(what, e, "");
    }

    /** @param where in the SQL it is wrong, to be put behind the server's words */
    UserMistake of(String what, SQLException e, String where) {
        String sentence = "the server refuses %s (%s%s); %s".formatted(what, ServerMessage.of(e), where, remedy(e));
        return new UserMistake(request.mistake(path, sentence).sentences().get(0), e);
    }

    private static String remedy(SQLException e) {
        return switch (SqlProblem.sqlState(e).orElse("")) {
            case "42501" -> "grant that right to the user, or name another one";
            case "42702" -> "say of which table, in {range alias} too";
            default -> "put that right";
        };
    }
}
