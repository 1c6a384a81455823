package dev.migrate.type.copy.page;

import dev.migrate.database.RowRefusal;
import dev.migrate.database.ServerMessage;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;

/** Tries parts of a page, one by one, in the page's transaction: a part is copied as a whole or not at all. Used by one thread. */
final class PartTrial {

    private final Transfer transfer;
    private final Connection target;
    private Copied copied = Copied.NOTHING;

    PartTrial(Transfer transfer, Connection target) {
        this.transfer = transfer;
        this.target = target;
    }

    /** All that was copied so far. */
    Copied copied() {
        return copied;
    }

    /**
     * Copies a part.
     *
     * @return why it is refused, perhaps because of a row; empty if it is copied
     */
    Optional<SQLException> copy(KeyRange part) throws Exception {
        Savepoint before = target.setSavepoint();
        try {
            Copied rows = transfer.copy(part, target);
            checkWhatIsDeferred();
            target.releaseSavepoint(before);
            copied = copied.plus(rows);
            return Optional.empty();
        } catch (SQLException e) {
            if (!RowRefusal.mayBeOfRow(e)) {
                throw explained(e);
            }
            undo(before);
            return Optional.of(e);
        }
    }

    /** Like {@link #copy}, but in the end nothing is copied. */
    Optional<SQLException> refusal(KeyRange part) throws Exception {
        Copied before = copied;
        Savepoint start = target.setSavepoint();
        Optional<SQLException> refusal = copy(part);
        undo(start);
        copied = before;
        return refusal;
    }

    /** What constraints and triggers have put off would else be refused when nobody can tell any more because of which row. */
    private void checkWhatIsDeferred() throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute("set constraints all immediate");
        }
    }

    private void undo(Savepoint savepoint) throws SQLException {
        target.rollback(savepoint);
        // Else it would stay, and all that follow be nested in it.
        target.releaseSavepoint(savepoint);
    }

    private static Exception explained(SQLException e) {
        return RowRefusal.isOfRowTwice(e)
                ? new UserMistake(
                        "the server refuses a page (%s): have the select give every key of the target once, and every subquery one row"
                                .formatted(ServerMessage.of(e)),
                        e)
                : e;
    }
}
